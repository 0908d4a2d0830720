-- One tree of units; path holds the ids from the root down, such as /12/40/, so that a role's reach is a prefix.
CREATE TABLE unit (
    id     BIGINT       NOT NULL PRIMARY KEY,
    parent BIGINT,
    kind   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name   VARCHAR(40)  NOT NULL,
    path   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at     DATETIME(6)  NOT NULL,
    UNIQUE (path),
    UNIQUE (parent, name),
    CONSTRAINT unit_parent FOREIGN KEY (parent) REFERENCES unit (id),
    CONSTRAINT unit_kind CHECK (kind IN ('COUNTY', 'TOWN', 'VILLAGE', 'COMMUNITY', 'COMPOUND', 'BRANCH')),
    CONSTRAINT unit_name CHECK (CHAR_LENGTH(name) > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE household (
    id   BIGINT      NOT NULL PRIMARY KEY,
    name VARCHAR(41) NOT NULL,
    unit BIGINT      NOT NULL,
    at   DATETIME(6) NOT NULL,
    CONSTRAINT household_unit FOREIGN KEY (unit) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- pinyin (wangxiuying) and initials (wxy) are for searching; code_id is what a live member code shows instead of the id,
-- entry_key what keeps a form that was sent twice from admitting a person twice.
CREATE TABLE member (
    id           BIGINT       NOT NULL PRIMARY KEY,
    name         VARCHAR(40)  NOT NULL,
    phone        VARCHAR(11)  CHARACTER SET ascii COLLATE ascii_bin,
    card         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin,
    login        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin,
    household    BIGINT,
    unit         BIGINT       NOT NULL,
    party_member BOOLEAN      NOT NULL,
    pinyin       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    initials     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code_id      CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry_key    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin,
    at           DATETIME(6)  NOT NULL,
    UNIQUE member_phone (phone),
    UNIQUE member_card (card),
    UNIQUE member_login (login),
    UNIQUE member_code_id (code_id),
    UNIQUE member_entry_key (entry_key),
    INDEX member_name (name),
    INDEX member_pinyin (pinyin),
    INDEX member_initials (initials),
    CONSTRAINT member_household FOREIGN KEY (household) REFERENCES household (id),
    CONSTRAINT member_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT member_name_there CHECK (CHAR_LENGTH(name) > 0),
    CONSTRAINT member_phone_form CHECK (phone REGEXP '^1[0-9]{10}$'),
    CONSTRAINT member_card_form CHECK (card REGEXP '^[0-9]{6,20}$'),
    CONSTRAINT member_login_form CHECK (login REGEXP '^[a-z][a-z0-9._]{2,31}$'),
    CONSTRAINT member_code_id_form CHECK (code_id REGEXP '^[0-9]{8}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE role_grant (
    member     BIGINT      NOT NULL,
    role       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit       BIGINT      NOT NULL,
    granted_by BIGINT,
    at         DATETIME(6) NOT NULL,
    PRIMARY KEY (member, role, unit),
    CONSTRAINT role_grant_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT role_grant_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT role_grant_by FOREIGN KEY (granted_by) REFERENCES member (id),
    CONSTRAINT role_grant_role CHECK (role IN
        ('RESIDENT', 'CLERK', 'ORGANIZER', 'SECRETARY', 'REVIEWER', 'AUDITOR', 'ADMIN')),
    CONSTRAINT role_grant_not_self CHECK (granted_by <> member)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- hash is bcrypt in its modular form.
CREATE TABLE secret (
    member BIGINT       NOT NULL PRIMARY KEY,
    hash   VARCHAR(100) NOT NULL,
    at     DATETIME(6)  NOT NULL,
    CONSTRAINT secret_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

CREATE TABLE one_time_code (
    member     BIGINT       NOT NULL PRIMARY KEY,
    hash       VARCHAR(100) NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    tries      SMALLINT     NOT NULL DEFAULT 0,
    CONSTRAINT one_time_code_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT one_time_code_tries CHECK (tries BETWEEN 0 AND 5)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- token is the SHA-256 of what the browser or program holds.
CREATE TABLE session (
    token      BINARY(32)  NOT NULL PRIMARY KEY,
    member     BIGINT      NOT NULL,
    at         DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    INDEX session_expires_at (expires_at),
    CONSTRAINT session_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- Wrong secrets. subject is the SHA-256 of whose secret was tried, known here or not.
CREATE TABLE wrong_secret (
    subject      BINARY(32)  NOT NULL,
    address      VARCHAR(64) NOT NULL,
    failures     INT         NOT NULL,
    last_at      DATETIME(6) NOT NULL,
    locked_until DATETIME(6) NOT NULL,
    PRIMARY KEY (subject, address),
    INDEX wrong_secret_last_at (last_at)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

CREATE TABLE wrong_secret_day (
    subject  BINARY(32) NOT NULL,
    day      DATE       NOT NULL,
    failures INT        NOT NULL,
    PRIMARY KEY (subject, day),
    INDEX wrong_secret_day_day (day)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- From where a subject's right secret came before.
CREATE TABLE trusted_address (
    subject BINARY(32)  NOT NULL,
    address VARCHAR(64) NOT NULL,
    at      DATETIME(6) NOT NULL,
    PRIMARY KEY (subject, address)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;
