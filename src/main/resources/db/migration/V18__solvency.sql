-- What one point is worth in fen, from an instant on; a unit without one has that of the nearest above it, or 100. Rows are only added.
CREATE TABLE point_worth (
    id       BIGINT      NOT NULL PRIMARY KEY,
    unit     BIGINT      NOT NULL,
    fen      INT         NOT NULL,
    at       DATETIME(6) NOT NULL,
    actor    BIGINT      NOT NULL,
    INDEX point_worth_of_unit (unit, id),
    CONSTRAINT point_worth_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT point_worth_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT point_worth_fen CHECK (fen BETWEEN 1 AND 100000)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Money that was given to a unit's fund, or spent from it on goods. The sums are in the ledger; here stand the words.
CREATE TABLE fund_entry (
    id          BIGINT      NOT NULL PRIMARY KEY,
    unit        BIGINT      NOT NULL,
    kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words       VARCHAR(60) NOT NULL,
    fen         BIGINT      NOT NULL,
    day         DATE        NOT NULL,
    transfer    BIGINT      NOT NULL,
    at          DATETIME(6) NOT NULL,
    actor       BIGINT      NOT NULL,
    reversal    BIGINT,
    reversed_at DATETIME(6),
    reversed_by BIGINT,
    reason      VARCHAR(200),
    INDEX fund_entry_of_unit (unit, id),
    CONSTRAINT fund_entry_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT fund_entry_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT fund_entry_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT fund_entry_reversal FOREIGN KEY (reversal) REFERENCES transfer (id),
    CONSTRAINT fund_entry_reverser FOREIGN KEY (reversed_by) REFERENCES member (id),
    CONSTRAINT fund_entry_once UNIQUE (transfer),
    CONSTRAINT fund_entry_kind CHECK (kind IN ('DONATION', 'EXPENSE')),
    CONSTRAINT fund_entry_fen CHECK (fen BETWEEN 1 AND 100000000000),
    CONSTRAINT fund_entry_reversed CHECK ((reversal IS NULL) = (reversed_at IS NULL)
        AND (reversal IS NULL) = (reversed_by IS NULL) AND (reversal IS NULL) = (reason IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
