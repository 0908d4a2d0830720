-- The key that live member codes are made with, shared by all nodes.
CREATE TABLE code_key (
    id     TINYINT       NOT NULL PRIMARY KEY,
    secret VARBINARY(64) NOT NULL,
    at     DATETIME(6)   NOT NULL,
    CONSTRAINT code_key_only CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- A member who stands before a clerk. A live code (member and time step) opens exactly one; a card and a search leave step out.
CREATE TABLE visit (
    id           BIGINT      NOT NULL PRIMARY KEY,
    member_id    BIGINT      NOT NULL,
    shop_id      BIGINT      NOT NULL,
    clerk_id     BIGINT      NOT NULL,
    step         BIGINT,
    needs_secret BOOLEAN     NOT NULL,
    opened_at    DATETIME(6) NOT NULL,
    expires_at   DATETIME(6) NOT NULL,
    CONSTRAINT visit_once UNIQUE (member_id, step),
    CONSTRAINT visit_secret CHECK (needs_secret = (step IS NULL)),
    CONSTRAINT visit_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT visit_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT visit_clerk FOREIGN KEY (clerk_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Reserved by a resident (hold, expires_at), or handed over at once during a visit (visit_id); one order a visit.
CREATE TABLE orders (
    id           BIGINT      NOT NULL PRIMARY KEY,
    code         CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    shop_id      BIGINT      NOT NULL,
    member_id    BIGINT      NOT NULL,
    points       BIGINT      NOT NULL,
    status       VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    made_at      DATETIME(6) NOT NULL,
    expires_at   DATETIME(6),
    hold         BIGINT,
    visit_id     BIGINT,
    transfer     BIGINT,
    collected_at DATETIME(6),
    collected_by BIGINT,
    ended_at     DATETIME(6),
    ended_by     BIGINT,
    reason       VARCHAR(200),
    INDEX orders_member (member_id, id),
    INDEX orders_due (status, expires_at),
    INDEX orders_collected (shop_id, collected_at),
    CONSTRAINT orders_code UNIQUE (code),
    CONSTRAINT orders_one_a_visit UNIQUE (visit_id),
    CONSTRAINT orders_one_a_hold UNIQUE (hold),
    CONSTRAINT orders_points CHECK (points > 0),
    CONSTRAINT orders_status CHECK (status IN ('RESERVED', 'COLLECTED', 'CANCELLED', 'EXPIRED', 'REVERSED')),
    CONSTRAINT orders_reserved_or_visit CHECK ((hold IS NULL) = (visit_id IS NOT NULL)),
    CONSTRAINT orders_deadline CHECK ((hold IS NULL) = (expires_at IS NULL)),
    CONSTRAINT orders_collected_by CHECK ((collected_at IS NULL) = (collected_by IS NULL)),
    CONSTRAINT orders_collected_once CHECK ((status IN ('COLLECTED', 'REVERSED')) = (collected_at IS NOT NULL)),
    CONSTRAINT orders_paid CHECK ((transfer IS NULL) = (collected_at IS NULL)),
    CONSTRAINT orders_ended CHECK ((status IN ('CANCELLED', 'EXPIRED', 'REVERSED')) = (ended_at IS NOT NULL)),
    CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT orders_member_of FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT orders_visit FOREIGN KEY (visit_id) REFERENCES visit (id),
    CONSTRAINT orders_collector FOREIGN KEY (collected_by) REFERENCES member (id),
    CONSTRAINT orders_ender FOREIGN KEY (ended_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- points is the price of one on the day of the order; counted says whether the goods had a monthly limit then.
CREATE TABLE order_line (
    order_id BIGINT NOT NULL,
    goods_id BIGINT NOT NULL,
    quantity INT    NOT NULL,
    points   INT    NOT NULL,
    counted  BOOLEAN NOT NULL,
    PRIMARY KEY (order_id, goods_id),
    CONSTRAINT order_line_quantity CHECK (quantity > 0),
    CONSTRAINT order_line_points CHECK (points > 0),
    CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_line_goods FOREIGN KEY (goods_id) REFERENCES goods (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How many of goods with a monthly limit a member has ordered in a month, what was given back left out.
CREATE TABLE monthly_take (
    member_id BIGINT  NOT NULL,
    goods_id  BIGINT  NOT NULL,
    month     CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quantity  INT     NOT NULL,
    PRIMARY KEY (member_id, goods_id, month),
    CONSTRAINT monthly_take_quantity CHECK (quantity >= 0),
    CONSTRAINT monthly_take_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT monthly_take_goods FOREIGN KEY (goods_id) REFERENCES goods (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
