-- The figures of this example, computed from the file alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the file), as_of (a date; all of that day, in Amsterdam, belongs to it),
-- as_of_offset (hours that Amsterdam is ahead of UTC at the end of that day).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

-- The moment in milliseconds of UTC: the local time less its own offset. The end of the day is its last millisecond.
CREATE TABLE events AS
WITH raw AS (
    SELECT *, epoch_ms(substr("timestamp", 1, 23)::TIMESTAMP) - substr("timestamp", 24, 3)::BIGINT * 3600000 AS moment,
           row_number() OVER () AS line
    FROM read_csv(getvariable('data') || '/receipt.csv', header = true, all_varchar = true)
)
SELECT *, CASE WHEN activity = 'Confirmation of receipt' THEN 'confirmation'
               ELSE lower(replace(split_part(activity, ' ', 1), '-', '_')) END AS stage
FROM raw
WHERE moment < epoch_ms(getvariable('as_of')::TIMESTAMP) + 86400000 - getvariable('as_of_offset') * 3600000;

-- A visit is a stay in one stage: the same activity written again at once goes on with it. It ends when another begins.
CREATE TABLE visits AS
WITH marked AS (SELECT *, lag(stage) OVER (PARTITION BY "case" ORDER BY moment, line) IS DISTINCT FROM stage AS begins FROM events)
SELECT "case" AS id, stage, moment AS entered, lead(moment) OVER (PARTITION BY "case" ORDER BY moment, line) AS departed
FROM marked WHERE begins;

-- A case is finished when its confirmation was sent (T05) and the stop indication is settled (T10).
CREATE TABLE cases AS
SELECT "case" AS id, count(*) FILTER (stage = 't05') > 0 AND count(*) FILTER (stage = 't10') > 0 AS finished
FROM events GROUP BY "case";

CREATE TABLE stays AS
SELECT *, epoch_ms(getvariable('as_of')::TIMESTAMP) + 86400000 - 1 - getvariable('as_of_offset') * 3600000 AS today
FROM visits JOIN cases USING (id);

-- Kaplan-Meier of each stage; the last stay of an unfinished case is censored today, that of a finished case is no waiting.
CREATE TABLE survival AS
WITH stayed AS (
    SELECT stage, coalesce(departed, today) - entered AS ms, departed IS NOT NULL AS ended
    FROM stays WHERE departed IS NOT NULL OR NOT finished
), times AS (
    SELECT stage, ms, count(*) FILTER (ended) AS ended, count(*) AS gone FROM stayed GROUP BY stage, ms
), risk AS (
    SELECT *, sum(gone) OVER (PARTITION BY stage ORDER BY ms DESC) AS at_risk FROM times
)
SELECT stage, ms, gone, product(1 - ended / at_risk) OVER (PARTITION BY stage ORDER BY ms) AS surviving FROM risk;

CREATE TABLE readings AS
SELECT 'time_in_stage' AS kpi, 'stage=' || stage AS scope, 'all' AS period, (avg(departed - entered) / 86400000)::VARCHAR AS value,
       NULL::VARCHAR AS numerator, NULL::VARCHAR AS denominator, count(*) AS cases
FROM stays WHERE departed IS NOT NULL GROUP BY stage
UNION ALL
SELECT 'time_in_stage_median', 'stage=' || stage, 'all', (min(ms) FILTER (surviving <= 0.5 + 1e-12) / 86400000)::VARCHAR, NULL, NULL, sum(gone)::BIGINT
FROM survival GROUP BY stage
UNION ALL
SELECT 'open_cases', 'stage=' || stage, 'all', count(*)::VARCHAR, NULL, NULL, count(*)
FROM stays WHERE departed IS NULL AND NOT finished GROUP BY stage
UNION ALL
SELECT 'open_cases', '', 'all', count(*)::VARCHAR, NULL, NULL, count(*) FROM stays WHERE departed IS NULL AND NOT finished
UNION ALL
SELECT 'waiting', 'deal=' || id, 'all', ((today - entered) / 86400000)::VARCHAR, NULL, NULL, NULL FROM stays WHERE departed IS NULL AND NOT finished;

CREATE TABLE deviations AS
SELECT 'case_stuck' AS rule, id AS subject, CASE WHEN (today - entered) / 86400000 > 90 THEN 'critical' ELSE 'warn' END AS severity
FROM stays WHERE departed IS NULL AND NOT finished AND (today - entered) / 86400000 > 14;
