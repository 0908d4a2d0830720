-- Live rounds. What people see is a round's row; its version goes up with every change of it.
CREATE TABLE live_round (
    id          BIGINT      NOT NULL PRIMARY KEY,
    quiz        BIGINT      NOT NULL,
    title       VARCHAR(60) NOT NULL,
    path        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- whose residents earn points
    host        BIGINT      NOT NULL,
    join_code   CHAR(6) CHARACTER SET ascii COLLATE ascii_bin, -- none once the round has ended
    venue       CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- in the QR code: who has it was there, and need not guess
    state       VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    SMALLINT    NOT NULL, -- of the present question; 0 in the lobby
    questions   SMALLINT    NOT NULL,
    seconds     SMALLINT    NOT NULL,
    standings   BOOLEAN     NOT NULL, -- whether they are shown between questions
    deadline    DATETIME(6), -- of the present question
    left_millis INT, -- paused: what was left of its time
    version     INT         NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    ended_at    DATETIME(6),
    CONSTRAINT live_round_code UNIQUE (join_code),
    CONSTRAINT live_round_state CHECK (state IN ('LOBBY', 'QUESTION', 'REVEAL', 'STANDINGS', 'PODIUM', 'ENDED')),
    CONSTRAINT live_round_position CHECK (position BETWEEN 0 AND questions),
    CONSTRAINT live_round_lobby CHECK ((position = 0) = (state = 'LOBBY') OR state IN ('PODIUM', 'ENDED')),
    CONSTRAINT live_round_ended CHECK ((state = 'ENDED') = (ended_at IS NOT NULL) AND (state = 'ENDED') = (join_code IS NULL)),
    CONSTRAINT live_round_clock CHECK ((state = 'QUESTION') = (deadline IS NOT NULL OR left_millis IS NOT NULL)),
    CONSTRAINT live_round_paused CHECK (deadline IS NULL OR left_millis IS NULL),
    CONSTRAINT live_round_quiz FOREIGN KEY (quiz) REFERENCES quiz (id),
    CONSTRAINT live_round_unit FOREIGN KEY (path) REFERENCES unit (path),
    CONSTRAINT live_round_host FOREIGN KEY (host) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE live_question (
    round       BIGINT   NOT NULL,
    position    SMALLINT NOT NULL,
    question    BIGINT   NOT NULL,
    skipped     BOOLEAN  NOT NULL DEFAULT FALSE, -- counts for nobody
    revealed_at DATETIME(6),
    PRIMARY KEY (round, position),
    INDEX live_question_revealed (revealed_at),
    CONSTRAINT live_question_once UNIQUE (round, question),
    CONSTRAINT live_question_skipped CHECK (NOT skipped OR revealed_at IS NULL),
    CONSTRAINT live_question_round FOREIGN KEY (round) REFERENCES live_round (id),
    CONSTRAINT live_question_asks FOREIGN KEY (question) REFERENCES question (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE live_player (
    id         BIGINT      NOT NULL PRIMARY KEY,
    round      BIGINT      NOT NULL,
    token      BINARY(32), -- hash of what the phone holds; none for people without a phone
    back       CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- with the name: the same player on another phone
    wrong_back TINYINT     NOT NULL DEFAULT 0,
    name       VARCHAR(20) NOT NULL, -- shown on the wall
    phone      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin, -- by which a guest may be found among the residents later
    member     BIGINT, -- whose points they are
    joined_at  DATETIME(6) NOT NULL,
    removed_at DATETIME(6),
    claimed_at DATETIME(6), -- when an organizer said which resident this guest is
    claimed_by BIGINT,
    CONSTRAINT live_player_token UNIQUE (token),
    CONSTRAINT live_player_member UNIQUE (round, member),
    CONSTRAINT live_player_name UNIQUE (round, name),
    CONSTRAINT live_player_in UNIQUE (round, id),
    CONSTRAINT live_player_claimed CHECK ((claimed_at IS NULL) = (claimed_by IS NULL) AND (claimed_at IS NULL OR member IS NOT NULL)),
    CONSTRAINT live_player_round FOREIGN KEY (round) REFERENCES live_round (id),
    CONSTRAINT live_player_is FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT live_player_claimer FOREIGN KEY (claimed_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One answer a player and question, never changed; points are added once they are credited.
CREATE TABLE live_answer (
    round    BIGINT   NOT NULL,
    position SMALLINT NOT NULL,
    player   BIGINT   NOT NULL,
    id       BIGINT   NOT NULL, -- tells which of two that came at once was kept
    chosen   VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- ids of options in order, with commas
    correct  BOOLEAN  NOT NULL,
    at       DATETIME(6) NOT NULL,
    points   INT, -- what the standard gave; null until then
    PRIMARY KEY (round, position, player),
    CONSTRAINT live_answer_points CHECK (points IS NULL OR points >= 0 AND correct),
    CONSTRAINT live_answer_to FOREIGN KEY (round, position) REFERENCES live_question (round, position),
    CONSTRAINT live_answer_of FOREIGN KEY (round, player) REFERENCES live_player (round, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
