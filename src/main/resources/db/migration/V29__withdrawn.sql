-- A drill or an event that does not take place stays, with who withdrew it and why.
ALTER TABLE drill
    ADD COLUMN cancelled_at  DATETIME(6),
    ADD COLUMN cancelled_by  BIGINT,
    ADD COLUMN cancel_reason VARCHAR(200),
    ADD CONSTRAINT drill_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)
        AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
    ADD CONSTRAINT drill_canceller FOREIGN KEY (cancelled_by) REFERENCES member (id);
ALTER TABLE event
    ADD COLUMN cancelled_at  DATETIME(6),
    ADD COLUMN cancelled_by  BIGINT,
    ADD COLUMN cancel_reason VARCHAR(200),
    ADD CONSTRAINT event_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)
        AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
    ADD CONSTRAINT event_canceller FOREIGN KEY (cancelled_by) REFERENCES member (id);

-- A pass line can change; an attempt is held to the one that stood when it was begun.
ALTER TABLE attempt ADD COLUMN pass SMALLINT;
UPDATE attempt t JOIN quiz q ON q.id = t.quiz SET t.pass = q.pass;
