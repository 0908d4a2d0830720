-- A purse is the number of points that several gatherings may give together, such as all that belongs to an event; without a number they
-- give what is earned. A gathering is what a deed was done in: drill:5, round:7, quiz:9, talk:3. Whoever awards a deed done in one holds its
-- row shared and its purse's row alone, so that what is used is exact whatever joins or leaves meanwhile.
CREATE TABLE purse (
    id     BIGINT NOT NULL PRIMARY KEY,
    path   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- of the unit whose people it is for
    points INT,
    used   INT NOT NULL DEFAULT 0, -- by awards that stand
    CONSTRAINT purse_points CHECK (points BETWEEN 1 AND 1000000),
    CONSTRAINT purse_used CHECK (used >= 0),
    CONSTRAINT purse_enough CHECK (points IS NULL OR used <= points),
    CONSTRAINT purse_unit FOREIGN KEY (path) REFERENCES unit (path)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE gathering (
    ref       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    purse     BIGINT,
    first_day DATE, -- deeds of these days alone are paid from the purse, of all days where none are said
    last_day  DATE,
    CONSTRAINT gathering_days CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CONSTRAINT gathering_purse FOREIGN KEY (purse) REFERENCES purse (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO purse (id, path) SELECT e.id, u.path FROM event e JOIN unit u ON u.id = e.unit;
ALTER TABLE event ADD CONSTRAINT event_purse FOREIGN KEY (id) REFERENCES purse (id);

INSERT INTO gathering (ref, purse, first_day, last_day)
SELECT CONCAT('quiz:', q.id), e.id, e.first_day, e.last_day FROM quiz q LEFT JOIN event_quiz x ON x.quiz = q.id
    LEFT JOIN event e ON e.id = x.event;
INSERT INTO gathering (ref, purse) SELECT CONCAT('round:', l.id), x.event FROM live_round l LEFT JOIN event_round x ON x.round = l.id;
INSERT INTO gathering (ref, purse) SELECT CONCAT('drill:', d.id), x.event FROM drill d LEFT JOIN event_drill x ON x.drill = d.id;
INSERT INTO gathering (ref, purse) SELECT CONCAT('talk:', t.id), t.event FROM event_talk t;

ALTER TABLE award
    ADD COLUMN gathering VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT award_gathering FOREIGN KEY (gathering) REFERENCES gathering (ref);
ALTER TABLE proposal
    ADD COLUMN gathering VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT proposal_gathering FOREIGN KEY (gathering) REFERENCES gathering (ref);

UPDATE attempt t JOIN award a ON a.member = t.member AND a.rule = 'quiz_correct' AND a.reference = CONCAT('quiz:', t.id)
    SET a.gathering = CONCAT('quiz:', t.quiz);
UPDATE live_answer l JOIN live_player p ON p.round = l.round AND p.id = l.player
    JOIN award a ON a.member = p.member AND a.rule = 'quiz_correct'
        AND a.reference = CONCAT('quiz:', l.round, ':', l.position, ':', l.player)
    SET a.gathering = CONCAT('round:', l.round);
UPDATE drill_mark m JOIN award a ON a.id = m.award SET a.gathering = CONCAT('drill:', m.drill);

UPDATE purse p JOIN (SELECT g.purse, SUM(a.points) AS given FROM gathering g JOIN award a ON a.gathering = g.ref AND a.points > 0
        AND (g.first_day IS NULL OR a.day BETWEEN g.first_day AND g.last_day)
    JOIN standard_version v ON v.rule = a.rule AND v.version = a.version AND v.asset = 'POINTS'
    LEFT JOIN award_reversal b ON b.award = a.id WHERE g.purse IS NOT NULL AND b.award IS NULL GROUP BY g.purse) s ON s.purse = p.id
    SET p.used = s.given;
