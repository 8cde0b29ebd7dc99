-- With the column that its condition names, so that SQLite reads nothing but the index to count.
DROP INDEX deviation_standing;
CREATE INDEX deviation_standing ON deviation
    (subject_id, subject_type, head, rule, client, severity, review, stake, owner, team, segment, number, cleared_at)
    WHERE cleared_at IS NULL;
-- A head's own, the worst first; it finds those that are over as well.
DROP INDEX deviation_of_head;
CREATE INDEX deviation_of_head ON deviation
    (head, cleared_at, severity, (-coalesce(stake, 0)), since, number);
-- What is to be done, what is due first before the rest and what is never due last; and what is due by some time.
DROP INDEX decision_open;
CREATE INDEX decision_to_do ON decision ((coalesce(due, 9223372036854775807)), number)
    WHERE state IN ('open', 'in_progress');
CREATE INDEX decision_due ON decision (due, number) WHERE state IN ('open', 'in_progress');
CREATE INDEX decision_to_check ON decision (check_at, number) WHERE state = 'done';
