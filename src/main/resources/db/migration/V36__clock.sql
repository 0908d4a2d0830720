-- One row: the newest instant that the installation has seen, and how often somebody has said that a doubtful clock was right.
CREATE TABLE clock_seen (
    id        TINYINT     NOT NULL PRIMARY KEY,
    newest    DATETIME(6) NOT NULL,
    confirmed INT         NOT NULL DEFAULT 0,
    CONSTRAINT clock_seen_one_row CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who said so, and what was known then: the newest instant seen before, or what the clock should have shown. Never changed.
CREATE TABLE clock_confirmation (
    id     BIGINT      NOT NULL PRIMARY KEY,
    member BIGINT      NOT NULL,
    at     DATETIME(6) NOT NULL,
    why    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    known  DATETIME(6) NOT NULL,
    CONSTRAINT clock_confirmation_why CHECK (why IN ('BEHIND', 'AHEAD', 'JUMPED')),
    CONSTRAINT clock_confirmation_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO clock_seen (id, newest) SELECT 1, at FROM transfer ORDER BY id DESC LIMIT 1;
