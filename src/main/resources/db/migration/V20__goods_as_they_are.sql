-- A number of the shop's own for shelf labels, the maker's EAN-13, a photo (a mark of it), and why goods or a shop pause.
ALTER TABLE goods
    ADD COLUMN number       BIGINT NOT NULL AUTO_INCREMENT,
    ADD COLUMN ean          CHAR(13) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN photo        CHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN pause_reason VARCHAR(200),
    ADD CONSTRAINT goods_number UNIQUE (number),
    ADD CONSTRAINT goods_ean UNIQUE (ean);

ALTER TABLE shop ADD COLUMN pause_reason VARCHAR(200);

-- The photo as pages show it, large and small.
CREATE TABLE goods_photo (
    goods_id BIGINT      NOT NULL PRIMARY KEY,
    image    MEDIUMBLOB  NOT NULL,
    small    MEDIUMBLOB  NOT NULL,
    actor_id BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    CONSTRAINT goods_photo_goods FOREIGN KEY (goods_id) REFERENCES goods (id),
    CONSTRAINT goods_photo_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- At how many pieces that can be taken a shop is told to fill up; null where nobody asked for it.
ALTER TABLE stock
    ADD COLUMN low INT,
    ADD CONSTRAINT stock_low CHECK (low BETWEEN 0 AND 10000);

-- A large slip waits for a second person, and moves nothing until then; one that is dropped never does.
ALTER TABLE slip DROP CONSTRAINT slip_kind;
ALTER TABLE slip
    ADD COLUMN status     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DONE',
    ADD COLUMN second_id  BIGINT,
    ADD COLUMN second_at  DATETIME(6),
    ADD COLUMN refusal    VARCHAR(200),
    ADD COLUMN counted_by VARCHAR(60),
    ADD CONSTRAINT slip_kind CHECK (kind IN ('IN', 'OUT', 'ADJUST', 'TRANSFER', 'DAMAGE', 'EXPIRED')),
    ADD CONSTRAINT slip_status CHECK (status IN ('DONE', 'WAITING', 'DROPPED')),
    ADD CONSTRAINT slip_waits CHECK (status <> 'WAITING' OR second_id IS NULL),
    ADD CONSTRAINT slip_second CHECK ((second_id IS NULL) = (second_at IS NULL)),
    ADD CONSTRAINT slip_two_people CHECK (status = 'DROPPED' OR second_id IS NULL OR actor_id IS NULL OR second_id <> actor_id),
    ADD CONSTRAINT slip_dropped CHECK ((status = 'DROPPED') = (refusal IS NOT NULL)),
    ADD CONSTRAINT slip_second_person FOREIGN KEY (second_id) REFERENCES member (id),
    ADD INDEX slip_waiting (status, shop_id);

-- What a slip says, whether it has moved anything or not. A count keeps what was booked and what was there.
CREATE TABLE slip_line (
    slip_id  BIGINT   NOT NULL,
    line     SMALLINT NOT NULL,
    goods_id BIGINT   NOT NULL,
    quantity INT      NOT NULL,
    booked   INT,
    counted  INT,
    PRIMARY KEY (slip_id, line),
    INDEX slip_line_goods (goods_id, slip_id),
    CONSTRAINT slip_line_quantity CHECK (quantity <> 0 OR counted IS NOT NULL),
    CONSTRAINT slip_line_count CHECK ((booked IS NULL) = (counted IS NULL) AND (counted IS NULL OR quantity = counted - booked)),
    CONSTRAINT slip_line_slip FOREIGN KEY (slip_id) REFERENCES slip (id),
    CONSTRAINT slip_line_goods_of FOREIGN KEY (goods_id) REFERENCES goods (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO slip_line (slip_id, line, goods_id, quantity)
SELECT s.id, ROW_NUMBER() OVER (PARTITION BY s.id ORDER BY e.goods_id), e.goods_id,
    CASE WHEN s.kind IN ('OUT', 'TRANSFER') THEN -e.quantity ELSE e.quantity END
FROM slip s JOIN stock_entry e ON e.reference = s.id AND e.shop_id = s.shop_id AND e.why = s.kind;

-- What is on a shelf may also go because it was damaged, or because its day was over.
ALTER TABLE stock_entry DROP CONSTRAINT stock_entry_why;
ALTER TABLE stock_entry
    ADD CONSTRAINT stock_entry_why CHECK (why IN ('IN', 'OUT', 'ADJUST', 'TRANSFER', 'COLLECT', 'RETURN', 'DAMAGE', 'EXPIRED'));
