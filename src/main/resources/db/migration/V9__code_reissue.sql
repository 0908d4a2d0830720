-- New one-time codes that staff gave to members who had one before; form is the key of the page's form, so that one press is one code.
CREATE TABLE code_reissue (
    id     BIGINT      NOT NULL PRIMARY KEY,
    member BIGINT      NOT NULL,
    actor  BIGINT      NOT NULL,
    form   VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin,
    at     DATETIME(6) NOT NULL,
    UNIQUE code_reissue_once (form),
    INDEX code_reissue_member (member, id),
    CONSTRAINT code_reissue_of FOREIGN KEY (member) REFERENCES member (id),
    CONSTRAINT code_reissue_by FOREIGN KEY (actor) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
