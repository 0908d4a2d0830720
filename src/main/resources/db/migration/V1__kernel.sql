-- First answers to keyed requests; id is the SHA-256 of person, path and key.
CREATE TABLE idempotency (
    id     BINARY(32)  NOT NULL PRIMARY KEY,
    hash   BINARY(32)  NOT NULL,
    status SMALLINT,
    body   MEDIUMTEXT,
    at     DATETIME(6) NOT NULL,
    INDEX idempotency_at (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
