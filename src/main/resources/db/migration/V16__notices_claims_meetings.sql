-- A minor is never named in public. Nobody is one unless marked so.
ALTER TABLE member ADD COLUMN child BOOLEAN NOT NULL DEFAULT FALSE;
