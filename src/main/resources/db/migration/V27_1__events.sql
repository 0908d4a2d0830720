-- An event of a unit, such as 安全生产月进村: what belongs to it, and what was given there beside points. A quiz, a round, a drill and a
-- shop's day belong to one event at most, so that nobody counts twice for two donors.
CREATE TABLE event (
    id        BIGINT       NOT NULL PRIMARY KEY,
    unit      BIGINT       NOT NULL,
    title     VARCHAR(60)  NOT NULL,
    first_day DATE         NOT NULL,
    last_day  DATE         NOT NULL,
    place     VARCHAR(60)  NOT NULL,
    sponsor   VARCHAR(60),
    donor     BIGINT,
    note      VARCHAR(500),
    photos    SMALLINT     NOT NULL DEFAULT 0,
    made_by   BIGINT       NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    CONSTRAINT event_days CHECK (last_day >= first_day),
    CONSTRAINT event_photos CHECK (photos BETWEEN 0 AND 20),
    CONSTRAINT event_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT event_donor FOREIGN KEY (donor) REFERENCES donor (id),
    CONSTRAINT event_maker FOREIGN KEY (made_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event_quiz (
    quiz  BIGINT NOT NULL PRIMARY KEY,
    event BIGINT NOT NULL,
    CONSTRAINT event_quiz_of FOREIGN KEY (event) REFERENCES event (id),
    CONSTRAINT event_quiz_is FOREIGN KEY (quiz) REFERENCES quiz (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event_round (
    round BIGINT NOT NULL PRIMARY KEY,
    event BIGINT NOT NULL,
    CONSTRAINT event_round_of FOREIGN KEY (event) REFERENCES event (id),
    CONSTRAINT event_round_is FOREIGN KEY (round) REFERENCES live_round (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event_drill (
    drill BIGINT NOT NULL PRIMARY KEY,
    event BIGINT NOT NULL,
    CONSTRAINT event_drill_of FOREIGN KEY (event) REFERENCES event (id),
    CONSTRAINT event_drill_is FOREIGN KEY (drill) REFERENCES drill (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A day on which a shop comes to the event, with its first instant and the next day's.
CREATE TABLE event_visit (
    shop    BIGINT      NOT NULL,
    day     DATE        NOT NULL,
    event   BIGINT      NOT NULL,
    from_at DATETIME(6) NOT NULL,
    till_at DATETIME(6) NOT NULL,
    PRIMARY KEY (shop, day),
    CONSTRAINT event_visit_day CHECK (till_at > from_at),
    CONSTRAINT event_visit_of FOREIGN KEY (event) REFERENCES event (id),
    CONSTRAINT event_visit_shop FOREIGN KEY (shop) REFERENCES shop (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who listened to a talk is counted, not named.
CREATE TABLE event_talk (
    id        BIGINT      NOT NULL PRIMARY KEY,
    event     BIGINT      NOT NULL,
    title     VARCHAR(60) NOT NULL,
    speaker   VARCHAR(60) NOT NULL,
    day       DATE        NOT NULL,
    listeners INT         NOT NULL,
    CONSTRAINT event_talk_listeners CHECK (listeners BETWEEN 0 AND 100000),
    CONSTRAINT event_talk_of FOREIGN KEY (event) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What everybody takes home without points, and what was handed out to read.
CREATE TABLE event_prize (
    id     BIGINT      NOT NULL PRIMARY KEY,
    event  BIGINT      NOT NULL,
    name   VARCHAR(60) NOT NULL,
    pieces INT         NOT NULL,
    people INT         NOT NULL,
    CONSTRAINT event_prize_pieces CHECK (pieces BETWEEN 1 AND 100000),
    CONSTRAINT event_prize_people CHECK (people BETWEEN 1 AND pieces),
    CONSTRAINT event_prize_of FOREIGN KEY (event) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event_booklet (
    id     BIGINT      NOT NULL PRIMARY KEY,
    event  BIGINT      NOT NULL,
    name   VARCHAR(60) NOT NULL,
    copies INT         NOT NULL,
    CONSTRAINT event_booklet_copies CHECK (copies BETWEEN 1 AND 100000),
    CONSTRAINT event_booklet_of FOREIGN KEY (event) REFERENCES event (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event_photo (
    id      BIGINT      NOT NULL PRIMARY KEY,
    event   BIGINT      NOT NULL,
    hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    caption VARCHAR(60),
    image   MEDIUMBLOB  NOT NULL,
    made_by BIGINT      NOT NULL,
    made_at DATETIME(6) NOT NULL,
    CONSTRAINT event_photo_once UNIQUE (event, hash),
    CONSTRAINT event_photo_of FOREIGN KEY (event) REFERENCES event (id),
    CONSTRAINT event_photo_maker FOREIGN KEY (made_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
