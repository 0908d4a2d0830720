-- Household accounts: members of a household may draw on one another's points, where their unit says so.

-- What mates of a pool gave besides a transfer: it ends with that one and is reversed with it. Only ever grows.
CREATE TABLE transfer_part (
    part     BIGINT NOT NULL PRIMARY KEY,
    transfer BIGINT NOT NULL,
    INDEX transfer_part_of (transfer, part),
    CONSTRAINT transfer_part_part FOREIGN KEY (part) REFERENCES transfer (id),
    CONSTRAINT transfer_part_transfer FOREIGN KEY (transfer) REFERENCES transfer (id),
    CONSTRAINT transfer_part_other CHECK (part <> transfer)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER transfer_part_never_changes BEFORE UPDATE ON transfer_part FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: a part never changes';
CREATE TRIGGER transfer_part_stays BEFORE DELETE ON transfer_part FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: a part stays';

DELIMITER //
CREATE TRIGGER transfer_part_fits BEFORE INSERT ON transfer_part FOR EACH ROW
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM transfer t JOIN transfer p ON p.source_kind = t.source_kind AND p.asset = t.asset
            AND p.at = t.at AND p.actor = t.actor
            AND SUBSTRING_INDEX(p.source_reference, '~', 1) = SUBSTRING_INDEX(t.source_reference, '~', 1)
        WHERE t.id = NEW.transfer AND p.id = NEW.part AND p.source_reference LIKE '%~%'
          AND NOT EXISTS (SELECT 1 FROM transfer_part o WHERE o.part = NEW.transfer)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'This is no part of that transfer';
    END IF;
END//
DELIMITER ;

-- Whether the households of a unit, and of all units below it that say nothing themselves, pool their points.
CREATE TABLE household_pooling (
    unit   BIGINT  NOT NULL PRIMARY KEY,
    pooled BOOLEAN NOT NULL,
    CONSTRAINT household_pooling_unit FOREIGN KEY (unit) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who said so and when; pooled is NULL where the unit was to follow the one above again.
CREATE TABLE household_pooling_change (
    id         BIGINT      NOT NULL PRIMARY KEY,
    unit       BIGINT      NOT NULL,
    pooled     BOOLEAN,
    at         DATETIME(6) NOT NULL,
    changed_by BIGINT      NOT NULL,
    INDEX household_pooling_change_of (unit, id),
    CONSTRAINT household_pooling_change_unit FOREIGN KEY (unit) REFERENCES unit (id),
    CONSTRAINT household_pooling_change_by FOREIGN KEY (changed_by) REFERENCES member (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
CREATE TRIGGER household_pooling_change_never_changes BEFORE UPDATE ON household_pooling_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who changed the setting stays on record';
CREATE TRIGGER household_pooling_change_stays BEFORE DELETE ON household_pooling_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Who changed the setting stays on record';
