-- A second factor (TOTP, RFC 6238). The key stands here as it is, as that of the live codes does: whoever reads it has the database. Steps
-- of thirty seconds up to last_step are used.
CREATE TABLE second_factor (
    member    BIGINT        NOT NULL PRIMARY KEY,
    secret    VARBINARY(32) NOT NULL,
    confirmed BOOLEAN       NOT NULL,
    last_step BIGINT        NOT NULL,
    at        DATETIME(6)   NOT NULL,
    CONSTRAINT second_factor_of FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- Codes on paper, each good once. hash is the SHA-256 of member and code.
CREATE TABLE recovery_code (
    member BIGINT     NOT NULL,
    hash   BINARY(32) NOT NULL,
    PRIMARY KEY (member, hash),
    CONSTRAINT recovery_code_of FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- Whether the staff of a unit and of those below it need a second factor: the last word of a unit holds. Never changed.
CREATE TABLE second_factor_setting (
    unit     BIGINT      NOT NULL,
    version  INT         NOT NULL,
    required BOOLEAN     NOT NULL,
    actor    BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    PRIMARY KEY (unit, version),
    CONSTRAINT second_factor_setting_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT second_factor_setting_by FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT second_factor_setting_version CHECK (version > 0)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- Who took somebody's second factor away, for a lost phone. Never changed.
CREATE TABLE second_factor_reset (
    id     BIGINT      NOT NULL PRIMARY KEY,
    member BIGINT      NOT NULL,
    actor  BIGINT      NOT NULL,
    at     DATETIME(6) NOT NULL,
    INDEX second_factor_reset_member (member, id),
    CONSTRAINT second_factor_reset_of FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT second_factor_reset_by FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT second_factor_reset_other CHECK (actor <> member)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;
