-- Question banks, quizzes and attempts. A question is never changed once it stands in a bank: what was asked stays what was asked.
CREATE TABLE question_bank (
    id         BIGINT      NOT NULL PRIMARY KEY,
    title      VARCHAR(60) NOT NULL,
    path       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- of the unit it belongs to
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL, -- written first by whoever adds questions, so that two who do take turns
    CONSTRAINT question_bank_unit FOREIGN KEY (path) REFERENCES unit (path)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE question (
    id          BIGINT       NOT NULL PRIMARY KEY,
    bank        BIGINT       NOT NULL,
    kind        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text        VARCHAR(300) NOT NULL,
    explanation VARCHAR(600),
    source      VARCHAR(200),
    topic       VARCHAR(20),
    difficulty  TINYINT      NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    CONSTRAINT question_once UNIQUE (bank, text),
    CONSTRAINT question_kind CHECK (kind IN ('SINGLE', 'MULTIPLE', 'TRUE_FALSE')),
    CONSTRAINT question_difficulty CHECK (difficulty BETWEEN 1 AND 5),
    CONSTRAINT question_bank_is FOREIGN KEY (bank) REFERENCES question_bank (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The ids are given out in random order: they travel to the phone, and must not tell which option was written first.
CREATE TABLE question_option (
    id       BIGINT       NOT NULL PRIMARY KEY,
    question BIGINT       NOT NULL,
    position TINYINT      NOT NULL,
    text     VARCHAR(150) NOT NULL,
    correct  BOOLEAN      NOT NULL,
    CONSTRAINT question_option_place UNIQUE (question, position),
    CONSTRAINT question_option_once UNIQUE (question, text),
    CONSTRAINT question_option_position CHECK (position BETWEEN 1 AND 6),
    CONSTRAINT question_option_of FOREIGN KEY (question) REFERENCES question (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quiz (
    id                  BIGINT      NOT NULL PRIMARY KEY,
    title               VARCHAR(60) NOT NULL,
    bank                BIGINT      NOT NULL,
    topic               VARCHAR(20), -- draws from this topic alone
    path                VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- whose residents may take part
    mode                VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    draw                SMALLINT    NOT NULL,
    seconds_per_question SMALLINT   NOT NULL,
    tries_per_day       SMALLINT, -- none: as often as one likes
    pass                SMALLINT, -- right answers from which it counts as passed
    opened              BOOLEAN     NOT NULL,
    created_at          DATETIME(6) NOT NULL,
    CONSTRAINT quiz_mode CHECK (mode IN ('SELF', 'LIVE')),
    CONSTRAINT quiz_draw CHECK (draw BETWEEN 1 AND 100),
    CONSTRAINT quiz_seconds CHECK (seconds_per_question BETWEEN 5 AND 600),
    CONSTRAINT quiz_tries CHECK (tries_per_day BETWEEN 1 AND 100),
    CONSTRAINT quiz_pass CHECK (pass BETWEEN 1 AND draw),
    CONSTRAINT quiz_unit FOREIGN KEY (path) REFERENCES unit (path),
    CONSTRAINT quiz_bank FOREIGN KEY (bank) REFERENCES question_bank (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE attempt (
    id          BIGINT      NOT NULL PRIMARY KEY,
    quiz        BIGINT      NOT NULL,
    member      BIGINT      NOT NULL,
    day         DATE        NOT NULL, -- of the village
    try_number  SMALLINT    NOT NULL, -- of that day
    running     BOOLEAN, -- true until it is answered or its time is over, then null: one at a time
    seed        BIGINT      NOT NULL, -- order of the options; the phone never sees it
    started_at  DATETIME(6) NOT NULL,
    deadline    DATETIME(6) NOT NULL,
    answered_at DATETIME(6),
    correct     SMALLINT,
    points      INT, -- what the standard really gave
    CONSTRAINT attempt_try UNIQUE (quiz, member, day, try_number),
    CONSTRAINT attempt_one_at_a_time UNIQUE (quiz, member, running),
    CONSTRAINT attempt_try_number CHECK (try_number >= 1),
    CONSTRAINT attempt_running CHECK (running = TRUE AND answered_at IS NULL OR running IS NULL),
    CONSTRAINT attempt_answered CHECK ((answered_at IS NULL) = (correct IS NULL)),
    CONSTRAINT attempt_correct CHECK (correct >= 0),
    CONSTRAINT attempt_points CHECK (points IS NULL OR points >= 0 AND correct IS NOT NULL),
    CONSTRAINT attempt_quiz FOREIGN KEY (quiz) REFERENCES quiz (id),
    CONSTRAINT attempt_member FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE attempt_question (
    attempt  BIGINT  NOT NULL,
    position TINYINT NOT NULL,
    question BIGINT  NOT NULL,
    chosen   VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin, -- ids of options in order, with commas; null until answered
    correct  BOOLEAN,
    PRIMARY KEY (attempt, position),
    CONSTRAINT attempt_question_once UNIQUE (attempt, question),
    CONSTRAINT attempt_question_marked CHECK ((chosen IS NULL) = (correct IS NULL)),
    CONSTRAINT attempt_question_of FOREIGN KEY (attempt) REFERENCES attempt (id),
    CONSTRAINT attempt_question_asks FOREIGN KEY (question) REFERENCES question (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
