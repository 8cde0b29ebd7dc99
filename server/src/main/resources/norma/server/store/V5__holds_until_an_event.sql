ALTER TABLE deviation ADD COLUMN review_awaited TEXT;
CREATE INDEX hold_that_awaits ON deviation (review_awaited) WHERE review_awaited IS NOT NULL;
