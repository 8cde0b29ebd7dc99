-- The feed: what stands, the worst first, page by page. Each index holds only what stands, however long the past is.
DROP INDEX deviation_open;
CREATE INDEX deviation_worst ON deviation (severity, (-coalesce(stake, 0)), since, number) WHERE cleared_at IS NULL;
CREATE INDEX deviation_of_rule ON deviation (rule, severity, (-coalesce(stake, 0)), since, number)
    WHERE cleared_at IS NULL;
CREATE INDEX deviation_of_client ON deviation (client, severity, (-coalesce(stake, 0)), since, number)
    WHERE cleared_at IS NULL;
-- Everything that the feed counts by, subject by subject: counting reads this and not the rows.
CREATE INDEX deviation_standing ON deviation
    (subject_id, subject_type, head, rule, client, severity, review, stake, owner, team, segment, number)
    WHERE cleared_at IS NULL;
-- Holds alone: what is to be counted by what people did is counted by the index above.
DROP INDEX deviation_held;
CREATE INDEX deviation_held ON deviation (review_until) WHERE cleared_at IS NULL AND review = 'held';
