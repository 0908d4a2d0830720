-- Double-entry accounts and transfers. account, claimed_source and transfer only ever grow.

-- The id is a random pseudonym, so that a published transfer tells nothing about its owner.
CREATE TABLE account (
    id    BIGINT                                             NOT NULL PRIMARY KEY,
    owner VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    asset VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    side  VARCHAR(4)  CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    CONSTRAINT account_once UNIQUE (owner, asset, side),
    CONSTRAINT account_asset UNIQUE (id, asset),
    CONSTRAINT account_side UNIQUE (id, side),
    CONSTRAINT account_asset_known CHECK (asset IN ('POINTS', 'MERIT', 'HOURS', 'CNY')),
    CONSTRAINT account_side_known CHECK (side IN ('OWN', 'OWED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a member's account holds now: the only row of the ledger that changes, always equal to what the transfers say.
-- last_transfer keeps an account's transfers in order of their ids, whichever node made them.
CREATE TABLE account_balance (
    account_id    BIGINT                                            NOT NULL PRIMARY KEY,
    side          VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    balance       BIGINT                                            NOT NULL DEFAULT 0,
    held          BIGINT                                            NOT NULL DEFAULT 0,
    last_transfer BIGINT                                            NOT NULL DEFAULT 0,
    CONSTRAINT balance_account FOREIGN KEY (account_id, side) REFERENCES account (id, side),
    CONSTRAINT balance_never_below_zero CHECK (
        (side = 'OWN' AND held >= 0 AND balance >= held) OR (side = 'OWED' AND held = 0 AND balance <= 0))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A source is claimed before its transfer is appended, so that a duplicate is found without disturbing its neighbours.
-- The end of a hold and the reversal of a transfer are claimed in the same way.
CREATE TABLE claimed_source (
    kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asset     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    phase     VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (kind, reference, asset, phase)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- debit_after and credit_after are the balances after it of members' accounts; system accounts have none.
CREATE TABLE transfer (
    id               BIGINT                                              NOT NULL PRIMARY KEY,
    debit            BIGINT                                              NOT NULL,
    credit           BIGINT                                              NOT NULL,
    asset            VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    amount           BIGINT                                              NOT NULL,
    phase            VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    resolves         BIGINT,
    reverses         BIGINT,
    source_kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    source_reference VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    actor            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin  NOT NULL,
    at               DATETIME(6)                                         NOT NULL,
    deadline         DATETIME(6),
    debit_after      BIGINT,
    credit_after     BIGINT,
    CONSTRAINT transfer_source UNIQUE (source_kind, source_reference, asset, phase),
    CONSTRAINT transfer_resolves UNIQUE (resolves),
    CONSTRAINT transfer_reverses UNIQUE (reverses),
    INDEX transfer_debit (debit, id),
    INDEX transfer_credit (credit, id),
    CONSTRAINT transfer_debit_account FOREIGN KEY (debit, asset) REFERENCES account (id, asset),
    CONSTRAINT transfer_credit_account FOREIGN KEY (credit, asset) REFERENCES account (id, asset),
    CONSTRAINT transfer_claim FOREIGN KEY (source_kind, source_reference, asset, phase)
        REFERENCES claimed_source (kind, reference, asset, phase),
    CONSTRAINT transfer_hold FOREIGN KEY (resolves) REFERENCES transfer (id),
    CONSTRAINT transfer_reversed FOREIGN KEY (reverses) REFERENCES transfer (id),
    CONSTRAINT transfer_amount CHECK (amount > 0),
    CONSTRAINT transfer_two_accounts CHECK (debit <> credit),
    CONSTRAINT transfer_phase CHECK (phase IN ('MOVE', 'HOLD', 'POST', 'VOID', 'LAPSE', 'SHORTFALL', 'SETTLE')),
    CONSTRAINT transfer_end_of_hold CHECK ((resolves IS NOT NULL) = (phase IN ('POST', 'VOID', 'LAPSE'))),
    CONSTRAINT transfer_reversal CHECK (reverses IS NULL OR phase IN ('MOVE', 'SHORTFALL')),
    CONSTRAINT transfer_deadline CHECK ((deadline IS NOT NULL) = (phase = 'HOLD'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER account_never_changes BEFORE UPDATE ON account FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: an account never changes';
CREATE TRIGGER account_stays BEFORE DELETE ON account FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: an account stays';
CREATE TRIGGER claimed_source_never_changes BEFORE UPDATE ON claimed_source FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: a claimed source never changes';
CREATE TRIGGER claimed_source_stays BEFORE DELETE ON claimed_source FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: a claimed source stays';
CREATE TRIGGER transfer_never_changes BEFORE UPDATE ON transfer FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: correct a transfer by its reversal';
CREATE TRIGGER transfer_stays BEFORE DELETE ON transfer FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append only: correct a transfer by its reversal';

DELIMITER //
CREATE TRIGGER transfer_fits BEFORE INSERT ON transfer FOR EACH ROW
BEGIN
    IF NEW.resolves IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM transfer h
        WHERE h.id = NEW.resolves AND h.phase = 'HOLD'
          AND h.debit = NEW.debit AND h.credit = NEW.credit AND h.asset = NEW.asset AND h.amount = NEW.amount
          AND (NEW.phase <> 'POST' OR NEW.at <= h.deadline) AND (NEW.phase <> 'LAPSE' OR NEW.at >= h.deadline)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'This does not fit the hold that it ends';
    END IF;
    IF NEW.reverses IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM transfer t
        JOIN account given ON given.id = t.debit JOIN account taken ON taken.id = t.credit
        JOIN account d ON d.id = NEW.debit JOIN account c ON c.id = NEW.credit
        WHERE t.id = NEW.reverses AND t.reverses IS NULL AND t.phase IN ('MOVE', 'POST', 'SHORTFALL')
          AND t.asset = NEW.asset AND d.owner = taken.owner AND c.owner = given.owner
          AND NEW.amount <= t.amount + (SELECT COALESCE(SUM(s.amount), 0) FROM transfer s
              WHERE t.phase = 'MOVE' AND s.phase = 'SHORTFALL' AND s.asset = t.asset
                AND s.source_kind = t.source_kind AND s.source_reference = t.source_reference)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'This does not fit the transfer that it reverses';
    END IF;
END//
DELIMITER ;
