-- Every grant and loss of a role. apart says that the person held work which one person should not hold beside it, and that an
-- administrator of a unit above both allowed it. changed_by is NULL where an installation set itself up.
CREATE TABLE role_change (
    id         BIGINT      NOT NULL PRIMARY KEY,
    member     BIGINT      NOT NULL,
    role       VARCHAR(12) NOT NULL,
    unit       BIGINT      NOT NULL,
    given      BOOLEAN     NOT NULL,
    apart      BOOLEAN     NOT NULL,
    changed_by BIGINT,
    at         DATETIME(6) NOT NULL,
    INDEX role_change_of (member, id),
    CONSTRAINT role_change_member FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT role_change_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT role_change_by FOREIGN KEY (changed_by) REFERENCES member (id),
    CONSTRAINT role_change_not_self CHECK (changed_by <> member OR NOT given),
    CONSTRAINT role_change_apart CHECK (given OR NOT apart)
) ENGINE = InnoDB DEFAULT CHARSET = ascii COLLATE = ascii_bin;

CREATE TRIGGER role_change_never_changes BEFORE UPDATE ON role_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who gave or took a role stays on record';
CREATE TRIGGER role_change_stays BEFORE DELETE ON role_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who gave or took a role stays on record';
