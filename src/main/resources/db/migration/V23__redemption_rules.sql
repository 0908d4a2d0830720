-- Rules of redemption. Each is made and ended, never changed; one that takes the place of another carries on its series, and with it
-- what was counted. in_force is the series while the rule stands, so that a series has one rule at a time. Days are bits, Monday and
-- the first of the month being 1; times are minutes of the day where the village is.
CREATE TABLE redemption_rule (
    id         BIGINT      NOT NULL PRIMARY KEY,
    series     BIGINT      NOT NULL,
    kind       VARCHAR(5)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit_id    BIGINT      NOT NULL,
    shop_id    BIGINT,
    goods_id   BIGINT,
    scope      VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin,
    span       VARCHAR(7)  CHARACTER SET ascii COLLATE ascii_bin,
    quantity   INT,
    weekdays   INT,
    month_days INT,
    opens      INT,
    closes     INT,
    made_by    BIGINT      NOT NULL,
    made_at    DATETIME(6) NOT NULL,
    ended_by   BIGINT,
    ended_at   DATETIME(6),
    in_force   BIGINT,
    INDEX redemption_rule_series (series, id),
    CONSTRAINT redemption_rule_one_in_force UNIQUE (in_force),
    CONSTRAINT redemption_rule_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (in_force IS NOT NULL)),
    CONSTRAINT redemption_rule_stands CHECK (in_force IS NULL OR in_force = series),
    CONSTRAINT redemption_rule_kind CHECK (
        (kind = 'LIMIT' AND scope IN ('MEMBER', 'HOUSEHOLD') AND span IN ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR')
            AND quantity BETWEEN 1 AND 10000 AND weekdays IS NULL AND month_days IS NULL AND opens IS NULL AND closes IS NULL)
        OR (kind = 'DAYS' AND goods_id IS NULL AND scope IS NULL AND span IS NULL AND quantity IS NULL AND opens IS NULL
            AND closes IS NULL AND weekdays BETWEEN 0 AND 127 AND month_days BETWEEN 0 AND 2147483647
            AND weekdays + month_days > 0)
        OR (kind = 'HOURS' AND goods_id IS NULL AND scope IS NULL AND span IS NULL AND quantity IS NULL AND weekdays IS NULL
            AND month_days IS NULL AND opens BETWEEN 0 AND 1439 AND closes BETWEEN 1 AND 1440 AND opens < closes)),
    CONSTRAINT redemption_rule_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT redemption_rule_shop FOREIGN KEY (shop_id) REFERENCES shop (id),
    CONSTRAINT redemption_rule_goods FOREIGN KEY (goods_id) REFERENCES goods (id),
    CONSTRAINT redemption_rule_maker FOREIGN KEY (made_by) REFERENCES member (id),
    CONSTRAINT redemption_rule_ender FOREIGN KEY (ended_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How many pieces a member or household (whose) has ordered under a limit in the span that begins on first_day.
CREATE TABLE rule_take (
    series    BIGINT NOT NULL,
    whose     BIGINT NOT NULL,
    first_day DATE   NOT NULL,
    quantity  INT    NOT NULL,
    PRIMARY KEY (series, whose, first_day),
    CONSTRAINT rule_take_quantity CHECK (quantity >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What of it an order counted, to be given back when the order comes to nothing. Written with the order, in its transaction.
CREATE TABLE rule_taken (
    order_id  BIGINT NOT NULL,
    series    BIGINT NOT NULL,
    whose     BIGINT NOT NULL,
    first_day DATE   NOT NULL,
    quantity  INT    NOT NULL,
    PRIMARY KEY (order_id, series),
    CONSTRAINT rule_taken_quantity CHECK (quantity > 0),
    CONSTRAINT rule_taken_from FOREIGN KEY (series, whose, first_day) REFERENCES rule_take (series, whose, first_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who comes for somebody else: they showed their own code or card, and the card of the one whose points are spent.
ALTER TABLE visit ADD COLUMN bearer_id BIGINT;
ALTER TABLE visit ADD CONSTRAINT visit_bearer FOREIGN KEY (bearer_id) REFERENCES member (id);
ALTER TABLE visit ADD CONSTRAINT visit_for_other CHECK (bearer_id IS NULL OR (bearer_id <> member_id AND needs_secret));
