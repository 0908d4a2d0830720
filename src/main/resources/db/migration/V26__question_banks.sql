-- Pictures of questions, what is taken out of use, quizzes drawn from several parts of a bank, and when a quiz may be taken.
CREATE TABLE question_picture (
    id       CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, -- random: its address must not be guessed, nor tell anything
    image    MEDIUMBLOB  NOT NULL,
    small    MEDIUMBLOB  NOT NULL,
    actor_id BIGINT      NOT NULL,
    at       DATETIME(6) NOT NULL,
    CONSTRAINT question_picture_by FOREIGN KEY (actor_id) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE question
    ADD COLUMN picture CHAR(22) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN in_use  BOOLEAN DEFAULT TRUE, -- null once it is no longer drawn: the same text may then stand there again
    ADD CONSTRAINT question_in_use CHECK (in_use = TRUE),
    ADD CONSTRAINT question_once_in_use UNIQUE (bank, text, in_use),
    ADD CONSTRAINT question_picture_is FOREIGN KEY (picture) REFERENCES question_picture (id);
ALTER TABLE question DROP INDEX question_once;

ALTER TABLE quiz
    ADD COLUMN opens_at  DATETIME(6), -- none: at once
    ADD COLUMN closes_at DATETIME(6), -- none: until somebody closes it
    ADD CONSTRAINT quiz_window CHECK (opens_at < closes_at);

-- So many questions on a topic and of a difficulty; a quiz without parts draws from the whole bank, or from its topic.
CREATE TABLE quiz_part (
    quiz      BIGINT   NOT NULL,
    position  SMALLINT NOT NULL,
    topic     VARCHAR(20),
    easiest   TINYINT  NOT NULL,
    hardest   TINYINT  NOT NULL,
    questions SMALLINT NOT NULL,
    PRIMARY KEY (quiz, position),
    CONSTRAINT quiz_part_difficulty CHECK (easiest BETWEEN 1 AND hardest AND hardest <= 5),
    CONSTRAINT quiz_part_questions CHECK (questions BETWEEN 1 AND 100),
    CONSTRAINT quiz_part_of FOREIGN KEY (quiz) REFERENCES quiz (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
