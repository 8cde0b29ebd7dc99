ALTER TABLE deviation ADD COLUMN review_awaited TEXT;
-- Holds are asked for in each turn of the engine: it must not look through everything that stands.
CREATE INDEX deviation_held ON deviation (review, cleared_at, review_until);
