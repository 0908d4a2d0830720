-- An emergency drill: who does what in which order, and who was there. Once its roll-call is being closed, nobody is added or taken off.
CREATE TABLE drill (
    id         BIGINT      NOT NULL PRIMARY KEY,
    unit       BIGINT      NOT NULL,
    title      VARCHAR(60) NOT NULL,
    place      VARCHAR(60) NOT NULL,
    starts_at  DATETIME(6) NOT NULL,
    made_by    BIGINT      NOT NULL,
    made_at    DATETIME(6) NOT NULL,
    closing_at DATETIME(6),
    closed_by  BIGINT,
    closed_at  DATETIME(6), -- all points are given
    INDEX drill_half_closed (closed_at, closing_at),
    CONSTRAINT drill_closing CHECK ((closing_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT drill_closed CHECK (closed_at IS NULL OR closing_at IS NOT NULL),
    CONSTRAINT drill_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT drill_maker FOREIGN KEY (made_by) REFERENCES member (id),
    CONSTRAINT drill_closer FOREIGN KEY (closed_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE drill_role (
    drill    BIGINT      NOT NULL,
    position SMALLINT    NOT NULL,
    name     VARCHAR(30) NOT NULL,
    people   VARCHAR(200), -- names, as far as they are known
    PRIMARY KEY (drill, position),
    CONSTRAINT drill_role_position CHECK (position >= 1),
    CONSTRAINT drill_role_of FOREIGN KEY (drill) REFERENCES drill (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE drill_step (
    drill    BIGINT      NOT NULL,
    position SMALLINT    NOT NULL,
    title    VARCHAR(60) NOT NULL,
    who      VARCHAR(60),
    done_at  DATETIME(6),
    done_by  BIGINT,
    PRIMARY KEY (drill, position),
    CONSTRAINT drill_step_position CHECK (position >= 1),
    CONSTRAINT drill_step_done CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CONSTRAINT drill_step_of FOREIGN KEY (drill) REFERENCES drill (id),
    CONSTRAINT drill_step_doer FOREIGN KEY (done_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who was there, once each. What the standard gave is written when the roll-call is closed: an award, or why there is none.
CREATE TABLE drill_mark (
    id      BIGINT      NOT NULL PRIMARY KEY,
    drill   BIGINT      NOT NULL,
    member  BIGINT      NOT NULL,
    at      DATETIME(6) NOT NULL,
    by_whom BIGINT      NOT NULL,
    outcome VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin,
    points  INT         NOT NULL DEFAULT 0,
    award   BIGINT, -- of what waits for another person the proposal's
    CONSTRAINT drill_mark_once UNIQUE (drill, member),
    CONSTRAINT drill_mark_award UNIQUE (award),
    CONSTRAINT drill_mark_outcome CHECK (outcome IN ('CREDITED', 'CAPPED', 'PENDING', 'BEFORE', 'REFUSED')),
    CONSTRAINT drill_mark_given CHECK (COALESCE(outcome IN ('CREDITED', 'CAPPED', 'PENDING'), FALSE) = (award IS NOT NULL)),
    CONSTRAINT drill_mark_points CHECK (points = 0 OR award IS NOT NULL),
    CONSTRAINT drill_mark_not_self CHECK (member <> by_whom),
    CONSTRAINT drill_mark_of FOREIGN KEY (drill) REFERENCES drill (id),
    CONSTRAINT drill_mark_who FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT drill_mark_by FOREIGN KEY (by_whom) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
