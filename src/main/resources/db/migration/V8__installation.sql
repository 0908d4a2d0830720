-- One row: what this database was set up as. Without loaded_at its first start was never completed.
CREATE TABLE installation (
    id        TINYINT     NOT NULL PRIMARY KEY,
    demo      BOOLEAN     NOT NULL,
    begun_at  DATETIME(6) NOT NULL,
    loaded_at DATETIME(6),
    CONSTRAINT installation_one_row CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
