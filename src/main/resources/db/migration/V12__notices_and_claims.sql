-- A notice collects the rows of one village day and then hangs for its days. size counts its rows.
CREATE TABLE notice (
    id        BIGINT       NOT NULL PRIMARY KEY,
    unit      BIGINT       NOT NULL,
    path      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title     VARCHAR(80)  NOT NULL,
    day       DATE         NOT NULL,
    closes_at DATETIME(6)  NOT NULL,
    size      INT          NOT NULL,
    CONSTRAINT notice_once UNIQUE (unit, kind, day),
    CONSTRAINT notice_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT notice_kind CHECK (kind IN ('claims')),
    CONSTRAINT notice_size CHECK (size > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was posted never changes: the name stands masked, as it hung on the wall. hold and hours are the ledger's holds.
CREATE TABLE notice_row (
    id               BIGINT       NOT NULL PRIMARY KEY,
    notice           BIGINT       NOT NULL,
    number           INT          NOT NULL,
    member           BIGINT       NOT NULL,
    name             VARCHAR(40)  NOT NULL,
    place            VARCHAR(40)  NOT NULL,
    points           INT          NOT NULL,
    minutes          INT          NOT NULL,
    reason           VARCHAR(60)  NOT NULL,
    hold             BIGINT,
    hours            BIGINT,
    source_kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_reference VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approved_by      BIGINT       NOT NULL,
    at               DATETIME(6)  NOT NULL,
    CONSTRAINT notice_row_number UNIQUE (notice, number),
    CONSTRAINT notice_row_source UNIQUE (source_kind, source_reference),
    CONSTRAINT notice_row_notice FOREIGN KEY (notice) REFERENCES notice (id),
    CONSTRAINT notice_row_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT notice_row_approved FOREIGN KEY (approved_by) REFERENCES member (id),
    CONSTRAINT notice_row_hold FOREIGN KEY (hold) REFERENCES transfer (id),
    CONSTRAINT notice_row_hours FOREIGN KEY (hours) REFERENCES transfer (id),
    CONSTRAINT notice_row_points CHECK (points >= 0 AND (points > 0) = (hold IS NOT NULL)),
    CONSTRAINT notice_row_minutes CHECK (minutes >= 0 AND (minutes > 0) = (hours IS NOT NULL)),
    CONSTRAINT notice_row_something CHECK (points > 0 OR minutes > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE objection (
    id         BIGINT       NOT NULL PRIMARY KEY,
    row_id     BIGINT       NOT NULL,
    member     BIGINT       NOT NULL,
    reason     VARCHAR(200) NOT NULL,
    at         DATETIME(6)  NOT NULL,
    upheld     BOOLEAN,
    reply      VARCHAR(200),
    decided_by BIGINT,
    decided_at DATETIME(6),
    INDEX objection_of_row (row_id),
    CONSTRAINT objection_row FOREIGN KEY (row_id) REFERENCES notice_row (id),
    CONSTRAINT objection_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT objection_decider FOREIGN KEY (decided_by) REFERENCES member (id),
    CONSTRAINT objection_decision CHECK ((upheld IS NULL) = (reply IS NULL) AND (upheld IS NULL) = (decided_by IS NULL)
        AND (upheld IS NULL) = (decided_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The rows that are not settled yet; whoever takes a row out of here settles it, once. An open objection keeps it here.
CREATE TABLE notice_waiting (
    row_id    BIGINT      NOT NULL PRIMARY KEY,
    closes_at DATETIME(6) NOT NULL,
    lapses_at DATETIME(6) NOT NULL,
    objection BIGINT,
    INDEX notice_waiting_due (closes_at, row_id),
    CONSTRAINT notice_waiting_row FOREIGN KEY (row_id) REFERENCES notice_row (id),
    CONSTRAINT notice_waiting_objection FOREIGN KEY (objection) REFERENCES objection (id),
    CONSTRAINT notice_waiting_order CHECK (lapses_at > closes_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE notice_outcome (
    row_id  BIGINT      NOT NULL PRIMARY KEY,
    outcome VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at      DATETIME(6) NOT NULL,
    CONSTRAINT notice_outcome_row FOREIGN KEY (row_id) REFERENCES notice_row (id),
    CONSTRAINT notice_outcome_known CHECK (outcome IN ('CREDITED', 'WITHDRAWN', 'LAPSED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER notice_row_never_changes BEFORE UPDATE ON notice_row FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was posted on a notice never changes';
CREATE TRIGGER notice_row_stays BEFORE DELETE ON notice_row FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was posted on a notice stays';
CREATE TRIGGER notice_outcome_never_changes BEFORE UPDATE ON notice_outcome FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What became of a row never changes';
CREATE TRIGGER notice_outcome_stays BEFORE DELETE ON notice_outcome FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What became of a row stays';

-- What a resident says to have done. While it is open or approved it is the only one of its member, rule and day (standing).
CREATE TABLE claim (
    id          BIGINT        NOT NULL PRIMARY KEY,
    member      BIGINT        NOT NULL,
    rule        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(60)   NOT NULL,
    quantity    DECIMAL(9, 4) NOT NULL,
    day         DATE          NOT NULL,
    occurred_at DATETIME(6)   NOT NULL,
    note        VARCHAR(200)  NOT NULL,
    path        VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(6)   NOT NULL,
    photos      INT           NOT NULL,
    standing    BOOLEAN,
    approved    BOOLEAN,
    reviewer    BIGINT,
    reviewed_at DATETIME(6),
    review_note VARCHAR(200),
    points      INT           NOT NULL,
    minutes     INT           NOT NULL,
    row_id      BIGINT,
    INDEX claim_of_member (member, id),
    INDEX claim_queue (approved, id),
    CONSTRAINT claim_once UNIQUE (member, rule, day, standing),
    CONSTRAINT claim_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT claim_reviewer FOREIGN KEY (reviewer) REFERENCES member (id),
    CONSTRAINT claim_row FOREIGN KEY (row_id) REFERENCES notice_row (id),
    CONSTRAINT claim_quantity CHECK (quantity > 0),
    CONSTRAINT claim_photos CHECK (photos BETWEEN 0 AND 6),
    CONSTRAINT claim_standing CHECK (standing IS NULL OR standing),
    CONSTRAINT claim_review CHECK ((approved IS NULL) = (reviewer IS NULL) AND (approved IS NULL) = (reviewed_at IS NULL)),
    CONSTRAINT claim_open_stands CHECK (approved IS NOT NULL OR standing IS NOT NULL),
    CONSTRAINT claim_sums CHECK (points >= 0 AND minutes >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A photo without what the camera wrote into it. hash is that of the file as it came; taken is what the camera said.
CREATE TABLE claim_photo (
    id     BIGINT      NOT NULL PRIMARY KEY,
    claim  BIGINT      NOT NULL,
    hash   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    taken  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
    at     DATETIME(6) NOT NULL,
    image  MEDIUMBLOB  NOT NULL,
    CONSTRAINT claim_photo_once UNIQUE (claim, hash),
    INDEX claim_photo_reused (hash),
    CONSTRAINT claim_photo_claim FOREIGN KEY (claim) REFERENCES claim (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
