-- A clerk's time at the counter of a shop. present is the clerk while the session is open, so that nobody stands at two counters.
CREATE TABLE counter_session (
    id        BIGINT      NOT NULL PRIMARY KEY,
    shop_id   BIGINT      NOT NULL,
    clerk_id  BIGINT      NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    closed_at DATETIME(6),
    closed_by BIGINT,
    present   BIGINT,
    INDEX counter_session_at (shop_id, opened_at),
    INDEX counter_session_of (clerk_id, opened_at),
    CONSTRAINT counter_session_one_open UNIQUE (present),
    CONSTRAINT counter_session_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT counter_session_present CHECK ((closed_at IS NULL) = (present IS NOT NULL)),
    CONSTRAINT counter_session_whose CHECK (present IS NULL OR present = clerk_id),
    CONSTRAINT counter_session_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT counter_session_clerk FOREIGN KEY (clerk_id) REFERENCES member (id),
    CONSTRAINT counter_session_closer FOREIGN KEY (closed_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The shops that a clerk is bound to; a clerk without any serves every shop within reach.
CREATE TABLE clerk_shop (
    clerk_id BIGINT      NOT NULL,
    shop_id  BIGINT      NOT NULL,
    bound_by BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    PRIMARY KEY (clerk_id, shop_id),
    CONSTRAINT clerk_shop_clerk FOREIGN KEY (clerk_id) REFERENCES member (id),
    CONSTRAINT clerk_shop_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT clerk_shop_by FOREIGN KEY (bound_by) REFERENCES member (id),
    CONSTRAINT clerk_shop_not_self CHECK (bound_by <> clerk_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a clerk began and did not finish.
CREATE INDEX visit_open ON visit (clerk_id, shop_id, expires_at);
