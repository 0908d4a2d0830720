-- Whose a card's number was first: it is never anybody else's, so that what is credited by a printed card reaches whom it was printed for.
CREATE TABLE card_given (
    id     BIGINT      NOT NULL PRIMARY KEY,
    card   VARCHAR(20) NOT NULL,
    member BIGINT      NOT NULL,
    actor  BIGINT,
    at     DATETIME(6) NOT NULL,
    INDEX card_given_card (card, member),
    CONSTRAINT card_given_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT card_given_actor FOREIGN KEY (actor) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;
