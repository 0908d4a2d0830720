-- A budget is a cap of the scope VILLAGE: so many points of each village in a month, quarter or year, at most one a version.
ALTER TABLE standard_cap DROP CONSTRAINT standard_cap_scope;
ALTER TABLE standard_cap
    ADD CONSTRAINT standard_cap_scope CHECK (scope IN ('MEMBER', 'HOUSEHOLD', 'RULE', 'VILLAGE')),
    ADD CONSTRAINT standard_cap_budget CHECK (scope <> 'VILLAGE' OR span IN ('MONTH', 'QUARTER', 'YEAR'));

-- What a version says never changes; nor is one removed that anything was awarded by, which the awards' foreign key sees to.
CREATE TRIGGER standard_version_never_changes BEFORE UPDATE ON standard_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a rule never changes';
CREATE TRIGGER standard_cap_never_changes BEFORE UPDATE ON standard_cap FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A version of a rule never changes';

-- capped_by is the span and scope of the cap that cut an award. One with a row of a notice moves its points when that closes: transfer
-- and hours are holds. One that was withdrawn from its notice is taken back by nobody, for the reason that stands there.
ALTER TABLE award
    ADD COLUMN capped_by VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN notice_row BIGINT,
    ADD CONSTRAINT award_capped_by CHECK (capped_by IS NULL OR capped),
    ADD CONSTRAINT award_notice_row FOREIGN KEY (notice_row) REFERENCES notice_row (id),
    ADD CONSTRAINT award_posted_once UNIQUE (notice_row);
ALTER TABLE award_reversal
    MODIFY actor BIGINT NULL,
    MODIFY reason VARCHAR(200) NULL,
    ADD CONSTRAINT award_reversal_by CHECK ((actor IS NULL) = (reason IS NULL) AND (actor IS NOT NULL OR points + shortfall = 0));

-- Claims approved so far are awards too, each with the claim's id.
INSERT INTO award (id, member, rule, version, reference, quantity, points, shortfall, minutes, capped, transfer, hours, day,
    occurred_at, recorded_at, actor, note, path, household, notice_row)
SELECT c.id, c.member, c.rule, v.version, CONCAT('claim:', c.id), c.quantity, c.points, 0, c.minutes, FALSE,
    COALESCE(r.hold, p.id), COALESCE(r.hours, h.id), c.day, c.occurred_at, c.reviewed_at, c.reviewer, c.note, c.path, m.household,
    c.row_id
FROM claim c
    JOIN member m ON m.id = c.member
    JOIN standard_version v ON v.rule = c.rule
        AND v.since = (SELECT MAX(w.since) FROM standard_version w WHERE w.rule = c.rule AND w.since <= c.day)
    LEFT JOIN notice_row r ON r.id = c.row_id
    LEFT JOIN transfer p ON p.source_kind = 'claim' AND p.source_reference = CONCAT(c.id, ':', c.member) AND p.asset = v.asset
        AND p.phase = 'MOVE'
    LEFT JOIN transfer h ON h.source_kind = 'claim' AND h.source_reference = CONCAT(c.id, ':', c.member) AND h.asset = 'HOURS'
        AND h.phase = 'MOVE'
WHERE c.approved;
INSERT INTO award_reversal (award, at, actor, reason, points, shortfall)
SELECT c.id, o.at, NULL, NULL, 0, 0 FROM claim c JOIN notice_outcome o ON o.row_id = c.row_id
WHERE c.approved AND o.outcome IN ('WITHDRAWN', 'LAPSED');

-- What staff propose and another person decides: an award by a rule that is reviewed, or a deduction, which its member is told of and
-- may answer until last_day is over. What came of it is an award with the same id. A dropped one stands in nobody's way (standing).
CREATE TABLE proposal (
    id          BIGINT        NOT NULL PRIMARY KEY,
    member      BIGINT        NOT NULL,
    rule        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT           NOT NULL,
    reference   VARCHAR(140)  NOT NULL,
    quantity    DECIMAL(9, 4) NOT NULL,
    points      INT           NOT NULL,
    day         DATE          NOT NULL,
    occurred_at DATETIME(6)   NOT NULL,
    at          DATETIME(6)   NOT NULL,
    actor       BIGINT        NOT NULL,
    note        VARCHAR(200),
    path        VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_day    DATE,
    answer      VARCHAR(200),
    answered_at DATETIME(6),
    standing    BOOLEAN,
    confirmed   BOOLEAN,
    decided_by  BIGINT,
    decided_at  DATETIME(6),
    reply       VARCHAR(200),
    INDEX proposal_open (confirmed, id),
    INDEX proposal_of_member (member, id),
    INDEX proposal_by_occasion (rule, reference),
    CONSTRAINT proposal_once UNIQUE (member, rule, reference, standing),
    CONSTRAINT proposal_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT proposal_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT proposal_decider FOREIGN KEY (decided_by) REFERENCES member (id),
    CONSTRAINT proposal_version FOREIGN KEY (rule, version) REFERENCES standard_version (rule, version),
    CONSTRAINT proposal_points CHECK (points <> 0 AND (points < 0) = (last_day IS NOT NULL)),
    CONSTRAINT proposal_quantity CHECK (quantity > 0),
    CONSTRAINT proposal_answer CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL OR last_day IS NOT NULL)),
    CONSTRAINT proposal_decision CHECK ((confirmed IS NULL) = (decided_by IS NULL) AND (confirmed IS NULL) = (decided_at IS NULL)),
    CONSTRAINT proposal_standing CHECK (standing IS NULL OR standing),
    CONSTRAINT proposal_stands CHECK ((standing IS NULL) = (confirmed IS NOT NULL AND NOT confirmed)),
    CONSTRAINT proposal_two_people CHECK (confirmed IS NULL OR NOT confirmed OR decided_by <> actor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
