-- By what a resident's phone is in its seat: OWN by signing in, CARD by the number of the card alone, AFTER_CARD by signing in after
-- somebody had it by the card. NULL without a phone, and for guests.
ALTER TABLE live_player
    ADD COLUMN seat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT live_player_seat CHECK (seat IN ('OWN', 'CARD', 'AFTER_CARD'));
