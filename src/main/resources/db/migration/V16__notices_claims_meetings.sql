-- A minor is never named in public. Nobody is one unless marked so.
ALTER TABLE member ADD COLUMN child BOOLEAN NOT NULL DEFAULT FALSE;

-- Who claimed a deed for somebody else.
ALTER TABLE claim
    ADD COLUMN made_by BIGINT,
    ADD CONSTRAINT claim_made_by FOREIGN KEY (made_by) REFERENCES member (id),
    ADD CONSTRAINT claim_not_by_oneself CHECK (made_by IS NULL OR made_by <> member);

-- Who, beside the one that the row names, had a part in approving it.
CREATE TABLE notice_approver (
    row_id BIGINT NOT NULL,
    member BIGINT NOT NULL,
    PRIMARY KEY (row_id, member),
    CONSTRAINT notice_approver_row FOREIGN KEY (row_id) REFERENCES notice_row (id),
    CONSTRAINT notice_approver_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The claims of each month that are looked at again, drawn once by the seal that closed the month.
CREATE TABLE recheck_draw (
    month   CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    seal    BIGINT      NOT NULL,
    percent INT         NOT NULL,
    at      DATETIME(6) NOT NULL,
    CONSTRAINT recheck_draw_seal FOREIGN KEY (seal) REFERENCES seal (number),
    CONSTRAINT recheck_draw_percent CHECK (percent BETWEEN 0 AND 100)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE recheck (
    claim      BIGINT       NOT NULL PRIMARY KEY,
    month      CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    confirmed  BOOLEAN,
    reason     VARCHAR(200),
    decided_by BIGINT,
    decided_at DATETIME(6),
    points     INT          NOT NULL DEFAULT 0,
    shortfall  INT          NOT NULL DEFAULT 0,
    INDEX recheck_queue (confirmed, claim),
    CONSTRAINT recheck_claim FOREIGN KEY (claim) REFERENCES claim (id),
    CONSTRAINT recheck_month FOREIGN KEY (month) REFERENCES recheck_draw (month),
    CONSTRAINT recheck_decider FOREIGN KEY (decided_by) REFERENCES member (id),
    CONSTRAINT recheck_decision CHECK ((confirmed IS NULL) = (decided_by IS NULL) AND (confirmed IS NULL) = (decided_at IS NULL)),
    CONSTRAINT recheck_why CHECK (confirmed IS NULL OR confirmed OR reason IS NOT NULL),
    CONSTRAINT recheck_sums CHECK (points >= 0 AND shortfall >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A review group, a day and the claims before it. Votes can be entered until its closing begins; afterwards its minutes stand.
CREATE TABLE meeting (
    id         BIGINT       NOT NULL PRIMARY KEY,
    unit       BIGINT       NOT NULL,
    path       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit_name  VARCHAR(60)  NOT NULL,
    day        DATE         NOT NULL,
    place      VARCHAR(60)  NOT NULL,
    chair      BIGINT       NOT NULL,
    opened_at  DATETIME(6)  NOT NULL,
    closing_at DATETIME(6),
    closed_at  DATETIME(6),
    CONSTRAINT meeting_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT meeting_chair FOREIGN KEY (chair) REFERENCES member (id),
    CONSTRAINT meeting_order CHECK (closed_at IS NULL OR closing_at IS NOT NULL),
    INDEX meeting_half_closed (closed_at, closing_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE meeting_seat (
    meeting BIGINT  NOT NULL,
    member  BIGINT  NOT NULL,
    number  INT     NOT NULL,
    present BOOLEAN NOT NULL,
    PRIMARY KEY (meeting, member),
    CONSTRAINT meeting_seat_meeting FOREIGN KEY (meeting) REFERENCES meeting (id),
    CONSTRAINT meeting_seat_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A claim is before one open meeting at a time (standing).
CREATE TABLE meeting_claim (
    meeting   BIGINT NOT NULL,
    claim     BIGINT NOT NULL,
    number    INT    NOT NULL,
    in_favour INT,
    against   INT,
    outcome   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
    reason    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin,
    standing  BOOLEAN,
    PRIMARY KEY (meeting, claim),
    CONSTRAINT meeting_claim_number UNIQUE (meeting, number),
    CONSTRAINT meeting_claim_once UNIQUE (claim, standing),
    CONSTRAINT meeting_claim_meeting FOREIGN KEY (meeting) REFERENCES meeting (id),
    CONSTRAINT meeting_claim_claim FOREIGN KEY (claim) REFERENCES claim (id),
    CONSTRAINT meeting_claim_votes CHECK ((in_favour IS NULL) = (against IS NULL) AND in_favour >= 0 AND against >= 0),
    CONSTRAINT meeting_claim_standing CHECK ((standing IS NULL OR standing) AND (standing IS NULL) = (outcome IS NOT NULL)),
    CONSTRAINT meeting_claim_outcome CHECK (outcome IN
        ('APPROVED', 'REJECTED', 'NO_QUORUM', 'NOT_VOTED', 'DECIDED_BEFORE', 'REFUSED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE meeting_recusal (
    meeting BIGINT NOT NULL,
    claim   BIGINT NOT NULL,
    member  BIGINT NOT NULL,
    PRIMARY KEY (meeting, claim, member),
    CONSTRAINT meeting_recusal_claim FOREIGN KEY (meeting, claim) REFERENCES meeting_claim (meeting, claim),
    CONSTRAINT meeting_recusal_seat FOREIGN KEY (meeting, member) REFERENCES meeting_seat (meeting, member)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER meeting_stays BEFORE DELETE ON meeting FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A meeting stays';
CREATE TRIGGER meeting_seat_stays BEFORE DELETE ON meeting_seat FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who sat in a meeting stays';
CREATE TRIGGER meeting_claim_stays BEFORE DELETE ON meeting_claim FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was before a meeting stays';

DELIMITER //
CREATE TRIGGER meeting_minutes_stand BEFORE UPDATE ON meeting FOR EACH ROW
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The minutes of a closed meeting never change';
    END IF;
END//
CREATE TRIGGER meeting_seats_stand BEFORE UPDATE ON meeting_seat FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM meeting m WHERE m.id = OLD.meeting AND m.closing_at IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The minutes of a closed meeting never change';
    END IF;
END//
CREATE TRIGGER meeting_votes_stand BEFORE UPDATE ON meeting_claim FOR EACH ROW
BEGIN
    IF OLD.outcome IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The minutes of a closed meeting never change';
    END IF;
END//
CREATE TRIGGER meeting_recusals_stand BEFORE DELETE ON meeting_recusal FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM meeting m WHERE m.id = OLD.meeting AND m.closing_at IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The minutes of a closed meeting never change';
    END IF;
END//
DELIMITER ;
