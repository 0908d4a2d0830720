-- How long points stay good, as a unit says it for itself and for what lies below it. Settings are added, never changed: the last
-- one of a unit holds. Nothing expires before first_day.
CREATE TABLE expiry_setting (
    unit      BIGINT      NOT NULL,
    version   INT         NOT NULL,
    kind      VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    months    INT         NOT NULL,
    first_day DATE        NOT NULL,
    made_at   DATETIME(6) NOT NULL,
    made_by   BIGINT      NOT NULL,
    PRIMARY KEY (unit, version),
    CONSTRAINT expiry_setting_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT expiry_setting_by FOREIGN KEY (made_by) REFERENCES member (id),
    CONSTRAINT expiry_setting_version CHECK (version > 0),
    CONSTRAINT expiry_setting_kind CHECK (kind IN ('NONE', 'YEAR_END', 'MONTHS')),
    CONSTRAINT expiry_setting_months CHECK ((kind = 'MONTHS' AND months BETWEEN 1 AND 60) OR (kind <> 'MONTHS' AND months = 0))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How far the expiry of a day has come: all members up to last_member, and all points given back up to the transfer mark.
CREATE TABLE expiry_run (
    unit        BIGINT  NOT NULL,
    version     INT     NOT NULL,
    due         DATE    NOT NULL,
    last_member BIGINT  NOT NULL,
    finished    BOOLEAN NOT NULL,
    mark        BIGINT  NOT NULL,
    PRIMARY KEY (unit, version, due),
    CONSTRAINT expiry_run_setting FOREIGN KEY (unit, version) REFERENCES expiry_setting (unit, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What expired, for whoever audits: the ledger holds the same. path is that of the member's unit at that time.
CREATE TABLE expired_points (
    transfer BIGINT       NOT NULL PRIMARY KEY,
    member   BIGINT       NOT NULL,
    path     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due      DATE         NOT NULL,
    points   BIGINT       NOT NULL,
    at       DATETIME(6)  NOT NULL,
    INDEX expired_points_due (due, transfer),
    INDEX expired_points_path (path, due),
    CONSTRAINT expired_points_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT expired_points_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT expired_points_some CHECK (points > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
