-- Browsers in which a member was signed in before. token is the SHA-256 of a long-lived cookie; one browser may know several members.
CREATE TABLE device (
    token   BINARY(32)  NOT NULL,
    member  BIGINT      NOT NULL,
    at      DATETIME(6) NOT NULL,
    last_at DATETIME(6) NOT NULL,
    PRIMARY KEY (token, member),
    INDEX device_member (member),
    INDEX device_last_at (last_at),
    CONSTRAINT device_of FOREIGN KEY (member) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

-- A code bears as many wrong tries as leave it out of reach; how often one sender may try is counted with the wrong secrets.
ALTER TABLE one_time_code DROP CONSTRAINT one_time_code_tries;
ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_tries CHECK (tries BETWEEN 0 AND 1000);
