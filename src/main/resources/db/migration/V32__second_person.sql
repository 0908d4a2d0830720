-- What one of the staff asked for and another decides. waiting tells what waits from all else that does, so that the same waits once;
-- it and payload, which may name people, go as soon as it is decided. WITHDRAWN is what the one who asked took back themselves,
-- or what ended because its member is gone.
CREATE TABLE second_person (
    id         BIGINT        NOT NULL PRIMARY KEY,
    kind       VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member     BIGINT,
    unit       BIGINT        NOT NULL,
    payload    VARCHAR(1000),
    waiting    VARCHAR(120)  CHARACTER SET ascii COLLATE ascii_bin,
    asked_by   BIGINT        NOT NULL,
    at         DATETIME(6)   NOT NULL,
    decided_by BIGINT,
    decision   VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin,
    reason     VARCHAR(200),
    decided_at DATETIME(6),
    UNIQUE second_person_once (waiting),
    INDEX second_person_asked (asked_by, id),
    INDEX second_person_member (member, id),
    CONSTRAINT second_person_of FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT second_person_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT second_person_asker FOREIGN KEY (asked_by) REFERENCES member (id),
    CONSTRAINT second_person_decider FOREIGN KEY (decided_by) REFERENCES member (id),
    CONSTRAINT second_person_is_another CHECK (decided_by <> asked_by),
    CONSTRAINT second_person_decision CHECK (decision IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT second_person_open CHECK ((decision IS NULL) = (waiting IS NOT NULL) AND (decision IS NULL) = (decided_at IS NULL)
        AND (decision IS NULL OR payload IS NULL)),
    CONSTRAINT second_person_by CHECK ((decided_by IS NULL) = (decision IS NULL OR decision = 'WITHDRAWN')),
    CONSTRAINT second_person_reason CHECK (decision IS NULL OR decision <> 'REFUSED' OR CHAR_LENGTH(reason) > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who joined a household that had people. unit is the household's; consented_by of the household said yes, or a second person did.
CREATE TABLE household_joining (
    id           BIGINT      NOT NULL PRIMARY KEY,
    household    BIGINT      NOT NULL,
    member       BIGINT      NOT NULL,
    unit         BIGINT      NOT NULL,
    actor        BIGINT      NOT NULL,
    consented_by BIGINT,
    asked        BIGINT,
    pools_from   DATETIME(6) NOT NULL,
    at           DATETIME(6) NOT NULL,
    INDEX household_joining_of (household, id),
    INDEX household_joining_unit (unit, id),
    CONSTRAINT household_joining_household FOREIGN KEY (household) REFERENCES household (id),
    CONSTRAINT household_joining_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT household_joining_in FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT household_joining_actor FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT household_joining_consent FOREIGN KEY (consented_by) REFERENCES member (id),
    CONSTRAINT household_joining_asked FOREIGN KEY (asked) REFERENCES second_person (id),
    CONSTRAINT household_joining_not_self CHECK (consented_by <> member AND actor <> member)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
CREATE TRIGGER household_joining_never_changes BEFORE UPDATE ON household_joining FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who joined a household stays on record';
CREATE TRIGGER household_joining_stays BEFORE DELETE ON household_joining FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who joined a household stays on record';

-- From when a member spends of their household's pool and is drawn on; NULL for who was there from the beginning.
-- The index answers who is in a pool by itself, and takes the place of the one that the foreign key made.
ALTER TABLE member
    ADD COLUMN pools_from DATETIME(6),
    ADD INDEX member_pool (household, pools_from);

-- That the member said yes with their own code or card, or which second person did.
ALTER TABLE code_reissue
    ADD COLUMN consented BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN asked     BIGINT,
    ADD CONSTRAINT code_reissue_asked FOREIGN KEY (asked) REFERENCES second_person (id);
