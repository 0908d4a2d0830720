-- One Merkle tree over all transfers. All but the head only ever grow.

-- The order of the log. Whoever appends locks the head first, so there is one order whatever nodes run.
CREATE TABLE seal_head (
    id     TINYINT NOT NULL PRIMARY KEY,
    size   BIGINT  NOT NULL,
    number BIGINT  NOT NULL,
    CONSTRAINT seal_head_one_row CHECK (id = 1),
    CONSTRAINT seal_head_sums CHECK (size >= 0 AND number >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
INSERT INTO seal_head (id, size, number) VALUES (1, 0, 0);

-- leaf is the hash of the transfer as it was when it was sealed.
CREATE TABLE seal_log (
    position BIGINT     NOT NULL PRIMARY KEY,
    transfer BIGINT     NOT NULL,
    leaf     BINARY(32) NOT NULL,
    CONSTRAINT seal_log_once UNIQUE (transfer),
    CONSTRAINT seal_log_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT seal_log_position CHECK (position >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Hashes over complete subtrees of 256, 65,536, 16,777,216 ... leaves (level 8, 16, 24 ...), so that a proof reads few rows.
CREATE TABLE seal_node (
    level    TINYINT    NOT NULL,
    position BIGINT     NOT NULL,
    hash     BINARY(32) NOT NULL,
    PRIMARY KEY (level, position),
    CONSTRAINT seal_node_level CHECK (level > 0 AND level % 8 = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE seal_key (
    id         CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    public_key VARBINARY(64) NOT NULL,
    since      DATETIME(6)   NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- at is the very text that was signed; month names the month that a seal closed, once.
CREATE TABLE seal (
    number    BIGINT     NOT NULL PRIMARY KEY,
    size      BIGINT     NOT NULL,
    root      BINARY(32) NOT NULL,
    at        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_id    CHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    month     CHAR(7)     CHARACTER SET ascii COLLATE ascii_bin,
    CONSTRAINT seal_month UNIQUE (month),
    CONSTRAINT seal_of_key FOREIGN KEY (key_id) REFERENCES seal_key (id),
    CONSTRAINT seal_number CHECK (number > 0 AND size > 0),
    INDEX seal_size (size)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER seal_log_never_changes BEFORE UPDATE ON seal_log FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append only';
CREATE TRIGGER seal_log_stays BEFORE DELETE ON seal_log FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append only';
CREATE TRIGGER seal_node_never_changes BEFORE UPDATE ON seal_node FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append only';
CREATE TRIGGER seal_node_stays BEFORE DELETE ON seal_node FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append only';
CREATE TRIGGER seal_key_never_changes BEFORE UPDATE ON seal_key FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal''s key never changes';
CREATE TRIGGER seal_key_stays BEFORE DELETE ON seal_key FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal''s key stays';
CREATE TRIGGER seal_never_changes BEFORE UPDATE ON seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal never changes';
CREATE TRIGGER seal_stays BEFORE DELETE ON seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal stays';
