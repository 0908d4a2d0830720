-- Who took a reserved order home for the member it belongs to; of what was handed over in a visit, the visit says it. Written with the
-- hand-over, in its transaction, and never changed.
CREATE TABLE order_bearer (
    order_id  BIGINT NOT NULL PRIMARY KEY,
    bearer_id BIGINT NOT NULL,
    CONSTRAINT order_bearer_order FOREIGN KEY (order_id) REFERENCES orders (id),
    CONSTRAINT order_bearer_member FOREIGN KEY (bearer_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
