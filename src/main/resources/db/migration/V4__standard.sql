-- The points standard: what a deed earns. Codes are what programs say, titles what people read.
CREATE TABLE standard_rule (
    code      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    place     SMALLINT       NOT NULL,
    title     VARCHAR(60)    NOT NULL,
    category  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asset     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    basis     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    points    INT            NOT NULL,
    per_day   INT,
    most      DECIMAL(9, 4)  NOT NULL,
    kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    roles     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    active    BOOLEAN        NOT NULL,
    CONSTRAINT standard_rule_category CHECK (category IN ('SAFETY', 'VOLUNTEERING', 'VILLAGE', 'NEIGHBOURS', 'PARTY')),
    CONSTRAINT standard_rule_asset CHECK (asset IN ('POINTS', 'MERIT')),
    CONSTRAINT standard_rule_basis CHECK (basis IN ('PER_DEED', 'PER_HOUR', 'PER_ANSWER')),
    CONSTRAINT standard_rule_points CHECK (points BETWEEN 1 AND 10000),
    CONSTRAINT standard_rule_per_day CHECK (per_day IS NULL OR per_day BETWEEN 1 AND 100000),
    CONSTRAINT standard_rule_most CHECK (most > 0 AND most <= 1000),
    CONSTRAINT standard_rule_kind CHECK (kind IN ('award', 'shift', 'pledge'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One deed of one member by one rule. What it earned is in the ledger; here stand the words. A deed without a reference of its
-- own has the award's id for one; path is that of the member's unit at the time.
CREATE TABLE award (
    id          BIGINT        NOT NULL PRIMARY KEY,
    member      BIGINT        NOT NULL,
    rule        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference   VARCHAR(140)  NOT NULL,
    quantity    DECIMAL(9, 4) NOT NULL,
    points      INT           NOT NULL,
    minutes     INT           NOT NULL,
    capped      BOOLEAN       NOT NULL,
    transfer    BIGINT,
    hours       BIGINT,
    day         DATE          NOT NULL,
    occurred_at DATETIME(6)   NOT NULL,
    recorded_at DATETIME(6)   NOT NULL,
    actor       BIGINT        NOT NULL,
    note        VARCHAR(200),
    path        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT award_once UNIQUE (member, rule, reference),
    CONSTRAINT award_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT award_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT award_rule FOREIGN KEY (rule) REFERENCES standard_rule (code),
    CONSTRAINT award_quantity CHECK (quantity > 0),
    CONSTRAINT award_points CHECK (points >= 0 AND (points > 0) = (transfer IS NOT NULL)),
    CONSTRAINT award_minutes CHECK (minutes >= 0 AND (minutes > 0) = (hours IS NOT NULL)),
    INDEX award_by_occasion (rule, reference),
    INDEX award_by_unit (path, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- An award is taken back once.
CREATE TABLE award_reversal (
    award     BIGINT       NOT NULL PRIMARY KEY,
    at        DATETIME(6)  NOT NULL,
    actor     BIGINT       NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    points    INT          NOT NULL,
    shortfall INT          NOT NULL,
    CONSTRAINT award_reversal_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT award_reversal_award FOREIGN KEY (award) REFERENCES award (id),
    CONSTRAINT award_reversal_sums CHECK (points >= 0 AND shortfall >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a member has earned by a rule on a day, for the day's cap. Kept in the transaction that awards or takes back.
CREATE TABLE award_day (
    member BIGINT NOT NULL,
    rule   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day    DATE   NOT NULL,
    points INT    NOT NULL,
    PRIMARY KEY (member, rule, day),
    CONSTRAINT award_day_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT award_day_rule FOREIGN KEY (rule) REFERENCES standard_rule (code),
    CONSTRAINT award_day_points CHECK (points >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The standard to begin with.
INSERT INTO standard_rule (code, place, title, category, asset, basis, points, per_day, most, kind, roles, active) VALUES
    ('quiz_correct', 10, '安全知识竞答', 'SAFETY', 'POINTS', 'PER_ANSWER', 1, 20, 100, 'award', 'ORGANIZER', TRUE),
    ('drill', 20, '应急演练', 'SAFETY', 'POINTS', 'PER_DEED', 5, 10, 1, 'award', 'ORGANIZER', TRUE),
    ('lecture', 30, '听安全课', 'SAFETY', 'POINTS', 'PER_DEED', 2, 4, 1, 'award', 'ORGANIZER', TRUE),
    ('home_check', 40, '自家用电用气自查', 'SAFETY', 'POINTS', 'PER_DEED', 3, 3, 1, 'award', 'ORGANIZER', TRUE),
    ('hazard_report', 50, '报告安全隐患', 'SAFETY', 'POINTS', 'PER_DEED', 5, 15, 1, 'award', 'ORGANIZER', TRUE),
    ('volunteer_hour', 60, '志愿服务', 'VOLUNTEERING', 'POINTS', 'PER_HOUR', 1, 4, 2, 'shift', 'ORGANIZER', TRUE),
    ('cleanup', 70, '清扫公共场所', 'VOLUNTEERING', 'POINTS', 'PER_DEED', 3, 6, 1, 'award', 'ORGANIZER', TRUE),
    ('patrol', 80, '夜间巡逻', 'VOLUNTEERING', 'POINTS', 'PER_DEED', 4, 4, 1, 'award', 'ORGANIZER', TRUE),
    ('forest_watch', 90, '森林防火值守', 'VOLUNTEERING', 'POINTS', 'PER_DEED', 4, 4, 1, 'award', 'ORGANIZER', TRUE),
    ('meeting', 100, '参加村民会议', 'VILLAGE', 'POINTS', 'PER_DEED', 1, 2, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('suggestion', 110, '建议被采纳', 'VILLAGE', 'POINTS', 'PER_DEED', 2, 4, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('tidy_yard', 120, '庭院整洁', 'VILLAGE', 'POINTS', 'PER_DEED', 2, 2, 1, 'award', 'ORGANIZER', TRUE),
    ('waste_sorting', 130, '垃圾分类', 'VILLAGE', 'POINTS', 'PER_DEED', 1, 1, 1, 'award', 'ORGANIZER,CLERK', TRUE),
    ('battery_return', 140, '交回废旧电池', 'VILLAGE', 'POINTS', 'PER_DEED', 1, 3, 10, 'award', 'ORGANIZER,CLERK', TRUE),
    ('mediation', 150, '调解邻里纠纷', 'NEIGHBOURS', 'POINTS', 'PER_DEED', 2, 4, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('neighbour_help', 160, '帮扶邻里', 'NEIGHBOURS', 'POINTS', 'PER_DEED', 2, 4, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('elder_visit', 170, '看望独居老人', 'NEIGHBOURS', 'POINTS', 'PER_DEED', 2, 4, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('good_deed', 180, '见义勇为', 'NEIGHBOURS', 'POINTS', 'PER_DEED', 20, 20, 1, 'award', 'ORGANIZER,SECRETARY', TRUE),
    ('pledge_kept', 190, '兑现承诺', 'PARTY', 'POINTS', 'PER_DEED', 5, 5, 1, 'pledge', 'SECRETARY', TRUE),
    ('party_day', 200, '参加主题党日', 'PARTY', 'POINTS', 'PER_DEED', 2, 2, 1, 'award', 'SECRETARY', TRUE);
