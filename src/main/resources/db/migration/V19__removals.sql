-- That a person's data was removed: when, by whom and why, without anything of what was removed.
CREATE TABLE member_removal (
    member BIGINT       NOT NULL PRIMARY KEY,
    at     DATETIME(6)  NOT NULL,
    actor  BIGINT       NOT NULL,
    reason VARCHAR(200) NOT NULL,
    INDEX member_removal_at (at),
    CONSTRAINT member_removal_of FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT member_removal_by FOREIGN KEY (actor) REFERENCES member (id),
    CONSTRAINT member_removal_other CHECK (actor <> member)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER member_removal_never_changes BEFORE UPDATE ON member_removal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'That somebody was removed stays on record';
CREATE TRIGGER member_removal_stays BEFORE DELETE ON member_removal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'That somebody was removed stays on record';
