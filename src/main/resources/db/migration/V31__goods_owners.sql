-- Goods belong to a unit: shops of it and below it offer them, administrators who reach it change them. An owner may let the units below
-- set a price of their own between least and most; without them its price holds for all. Goods that all villages shared so far belong
-- to the narrowest unit under which all shops lie, so that every shop goes on offering them.
ALTER TABLE goods
    ADD COLUMN unit_id BIGINT,
    ADD COLUMN least   INT,
    ADD COLUMN most    INT;
UPDATE goods SET unit_id = (SELECT u.id FROM unit u WHERE EXISTS (SELECT 1 FROM shop) AND NOT EXISTS (
        SELECT 1 FROM shop s JOIN unit p ON p.id = s.unit_id WHERE LOCATE(u.path, p.path) <> 1)
    ORDER BY CHAR_LENGTH(u.path) DESC LIMIT 1);
UPDATE goods SET unit_id = (SELECT MIN(u.id) FROM unit u WHERE u.parent IS NULL) WHERE unit_id IS NULL;
ALTER TABLE goods
    MODIFY unit_id BIGINT NOT NULL,
    DROP INDEX goods_ean,
    ADD CONSTRAINT goods_ean UNIQUE (unit_id, ean),
    ADD CONSTRAINT goods_owner FOREIGN KEY (unit_id) REFERENCES unit (id),
    ADD CONSTRAINT goods_range CHECK ((least IS NULL) = (most IS NULL)
        AND (least IS NULL OR least >= 1 AND least <= points AND points <= most AND most <= 1000000));

-- What a unit below the owner makes of goods: a price of its own, or a pause of its own. The nearest price above a shop wins, within what
-- the owner allows now; a pause holds for all below.
CREATE TABLE goods_price (
    goods_id     BIGINT      NOT NULL,
    unit_id      BIGINT      NOT NULL,
    points       INT,
    paused       BOOLEAN     NOT NULL,
    pause_reason VARCHAR(200),
    actor_id     BIGINT      NOT NULL,
    at           DATETIME(6) NOT NULL,
    PRIMARY KEY (goods_id, unit_id),
    CONSTRAINT goods_price_points CHECK (points BETWEEN 1 AND 1000000),
    CONSTRAINT goods_price_reason CHECK (paused OR pause_reason IS NULL),
    CONSTRAINT goods_price_goods FOREIGN KEY (goods_id) REFERENCES goods (id),
    CONSTRAINT goods_price_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT goods_price_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
