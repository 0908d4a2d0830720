-- A statement of one kind of deeds costs the same however long the account is. These indexes begin with what the foreign keys to
-- account need, so the database drops the ones it had made for them: there are as many to keep as before, and no row changes.
ALTER TABLE transfer
    ADD INDEX transfer_debit_kind (debit, asset, source_kind, id),
    ADD INDEX transfer_credit_kind (credit, asset, source_kind, id);
