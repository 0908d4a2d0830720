-- Who gives goods or money; their name is public only where they agreed.
CREATE TABLE donor (
    id       BIGINT       NOT NULL PRIMARY KEY,
    unit_id  BIGINT       NOT NULL,
    kind     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name     VARCHAR(60)  NOT NULL,
    named    BOOLEAN      NOT NULL,
    actor_id BIGINT       NOT NULL,
    at       DATETIME(6)  NOT NULL,
    CONSTRAINT donor_once UNIQUE (unit_id, name),
    CONSTRAINT donor_kind CHECK (kind IN ('PERSON', 'ORGANIZATION')),
    CONSTRAINT donor_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT donor_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was given: goods, which a slip brings into a shop, or money, which is an entry of the unit's fund.
CREATE TABLE donation (
    id         BIGINT       NOT NULL PRIMARY KEY,
    donor_id   BIGINT       NOT NULL,
    shop_id    BIGINT,
    fund_entry BIGINT,
    day        DATE         NOT NULL,
    event      VARCHAR(60),
    note       VARCHAR(200),
    actor_id   BIGINT       NOT NULL,
    at         DATETIME(6)  NOT NULL,
    INDEX donation_of (donor_id, id),
    CONSTRAINT donation_fund_entry UNIQUE (fund_entry),
    CONSTRAINT donation_goods_or_money CHECK ((shop_id IS NULL) <> (fund_entry IS NULL)),
    CONSTRAINT donation_donor FOREIGN KEY (donor_id) REFERENCES donor (id),
    CONSTRAINT donation_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT donation_entry FOREIGN KEY (fund_entry) REFERENCES fund_entry (id),
    CONSTRAINT donation_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE slip
    ADD COLUMN donation_id BIGINT,
    ADD CONSTRAINT slip_donation_once UNIQUE (donation_id),
    ADD CONSTRAINT slip_donation CHECK (donation_id IS NULL OR kind = 'IN'),
    ADD CONSTRAINT slip_of_donation FOREIGN KEY (donation_id) REFERENCES donation (id);

-- Goods that came in together and go bad together, or were given together. What is left of it is read from the entries, not kept.
CREATE TABLE batch (
    id          BIGINT      NOT NULL PRIMARY KEY,
    number      BIGINT      NOT NULL AUTO_INCREMENT,
    slip_id     BIGINT      NOT NULL,
    line        SMALLINT    NOT NULL,
    goods_id    BIGINT      NOT NULL,
    quantity    INT         NOT NULL,
    best_before DATE,
    donation_id BIGINT,
    at          DATETIME(6) NOT NULL,
    INDEX batch_due (best_before),
    CONSTRAINT batch_number UNIQUE (number),
    CONSTRAINT batch_once UNIQUE (slip_id, line),
    CONSTRAINT batch_quantity CHECK (quantity > 0),
    CONSTRAINT batch_line FOREIGN KEY (slip_id, line) REFERENCES slip_line (slip_id, line),
    CONSTRAINT batch_goods FOREIGN KEY (goods_id) REFERENCES goods (id),
    CONSTRAINT batch_donation FOREIGN KEY (donation_id) REFERENCES donation (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- When what came in goes bad; or which batch went out, where the slip names one.
ALTER TABLE slip_line
    ADD COLUMN best_before DATE,
    ADD COLUMN batch_id BIGINT,
    ADD CONSTRAINT slip_line_batch FOREIGN KEY (batch_id) REFERENCES batch (id);

-- The days on which a shop's shelf was looked through for what is past its date, once whichever node did it.
CREATE TABLE batch_sweep (
    shop_id  BIGINT NOT NULL,
    day      DATE   NOT NULL,
    reserved INT    NOT NULL,
    PRIMARY KEY (shop_id, day),
    CONSTRAINT batch_sweep_reserved CHECK (reserved >= 0),
    CONSTRAINT batch_sweep_shop FOREIGN KEY (shop_id) REFERENCES shop (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
