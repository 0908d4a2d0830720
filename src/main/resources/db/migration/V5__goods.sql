-- What a village's shops give in thanks. A proposed thing has no effect until an administrator has priced it.
CREATE TABLE goods (
    id            BIGINT      NOT NULL PRIMARY KEY,
    code          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(60) NOT NULL,
    unit          VARCHAR(8)  NOT NULL,
    points        INT         NOT NULL,
    monthly_limit INT,
    status        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    proposed_by   BIGINT,
    at            DATETIME(6) NOT NULL,
    CONSTRAINT goods_code UNIQUE (code),
    CONSTRAINT goods_points CHECK (points BETWEEN 1 AND 1000000),
    CONSTRAINT goods_limit CHECK (monthly_limit BETWEEN 1 AND 1000),
    CONSTRAINT goods_status CHECK (status IN ('PROPOSED', 'ACTIVE', 'PAUSED')),
    CONSTRAINT goods_proposer FOREIGN KEY (proposed_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A fixed shop keeps a reservation so many days, a van until its event ends.
CREATE TABLE shop (
    id            BIGINT      NOT NULL PRIMARY KEY,
    code          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(60) NOT NULL,
    kind          VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit_id       BIGINT      NOT NULL,
    keep_days     SMALLINT    NOT NULL,
    event_ends_at DATETIME(6),
    paused        BOOLEAN     NOT NULL,
    CONSTRAINT shop_code UNIQUE (code),
    CONSTRAINT shop_kind CHECK (kind IN ('FIXED', 'MOBILE')),
    CONSTRAINT shop_keep_days CHECK (keep_days BETWEEN 1 AND 366),
    CONSTRAINT shop_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is on the shelf and which part of it is reserved; equals the sum of stock_entry and of the open orders at all times.
CREATE TABLE stock (
    shop_id  BIGINT NOT NULL,
    goods_id BIGINT NOT NULL,
    on_hand  INT    NOT NULL,
    held     INT    NOT NULL,
    PRIMARY KEY (shop_id, goods_id),
    CONSTRAINT stock_held CHECK (held >= 0),
    CONSTRAINT stock_on_hand CHECK (on_hand >= held),
    CONSTRAINT stock_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT stock_goods FOREIGN KEY (goods_id) REFERENCES goods (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE slip (
    id         BIGINT       NOT NULL PRIMARY KEY,
    shop_id    BIGINT       NOT NULL,
    kind       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_shop_id BIGINT,
    reason     VARCHAR(200) NOT NULL,
    actor_id   BIGINT,
    at         DATETIME(6)  NOT NULL,
    INDEX slip_shop (shop_id, id),
    CONSTRAINT slip_kind CHECK (kind IN ('IN', 'OUT', 'ADJUST', 'TRANSFER')),
    CONSTRAINT slip_target CHECK ((kind = 'TRANSFER') = (to_shop_id IS NOT NULL)),
    CONSTRAINT slip_of_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT slip_to_shop FOREIGN KEY (to_shop_id) REFERENCES shop (id),
    CONSTRAINT slip_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every change of what is on a shelf, appended and never altered; reference is the slip's or the order's id.
CREATE TABLE stock_entry (
    id        BIGINT      NOT NULL PRIMARY KEY,
    shop_id   BIGINT      NOT NULL,
    goods_id  BIGINT      NOT NULL,
    quantity  INT         NOT NULL,
    why       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference BIGINT      NOT NULL,
    actor_id  BIGINT,
    at        DATETIME(6) NOT NULL,
    CONSTRAINT stock_entry_once UNIQUE (shop_id, goods_id, why, reference),
    CONSTRAINT stock_entry_quantity CHECK (quantity <> 0),
    CONSTRAINT stock_entry_why CHECK (why IN ('IN', 'OUT', 'ADJUST', 'TRANSFER', 'COLLECT', 'RETURN')),
    CONSTRAINT stock_entry_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT stock_entry_goods FOREIGN KEY (goods_id) REFERENCES goods (id),
    CONSTRAINT stock_entry_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER stock_entry_not_updated BEFORE UPDATE ON stock_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stock entries are only appended';

CREATE TRIGGER stock_entry_not_deleted BEFORE DELETE ON stock_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stock entries are only appended';
