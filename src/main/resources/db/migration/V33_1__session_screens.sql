-- A session is not yet open until a second factor is given (SECOND) or set up (ENROL). Those of staff in browsers lock when nobody uses them.
-- screen says in a word or two with what somebody signed in, device is the SHA-256 of the browser's device cookie.
ALTER TABLE session
    ADD COLUMN stage      VARCHAR(8)  NOT NULL DEFAULT 'OPEN',
    ADD COLUMN browser    BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN locked     BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN wrong_pins INT         NOT NULL DEFAULT 0,
    ADD COLUMN last_at    DATETIME(6),
    ADD COLUMN device     BINARY(32),
    ADD COLUMN screen     VARCHAR(20) NOT NULL DEFAULT '',
    ADD CONSTRAINT session_stage CHECK (stage IN ('OPEN', 'SECOND', 'ENROL')),
    ADD CONSTRAINT session_wrong_pins CHECK (wrong_pins BETWEEN 0 AND 5);

-- What unlocks a screen beside the secret: four to six digits. hash is bcrypt in its modular form.
CREATE TABLE screen_pin (
    member BIGINT       NOT NULL PRIMARY KEY,
    hash   VARCHAR(100) NOT NULL,
    at     DATETIME(6)  NOT NULL,
    CONSTRAINT screen_pin_of FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;
