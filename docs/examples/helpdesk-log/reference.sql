-- The figures of this example, computed from the file alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the file), as_of (a date; all of that day, in UTC, belongs to it).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

CREATE TABLE events AS
WITH raw AS (
    SELECT *, epoch_ms(substr("timestamp", 1, 19)::TIMESTAMP) AS moment, row_number() OVER () AS line
    FROM read_csv(getvariable('data') || '/helpdesk.csv', header = true, all_varchar = true)
)
SELECT "case" AS id, moment, line, lower(replace(activity, ' ', '_')) AS stage
FROM raw WHERE moment < epoch_ms(getvariable('as_of')::TIMESTAMP) + 86400000;

-- A visit is a stay in one stage: the same activity written again at once goes on with it. It ends when another begins or
-- the ticket is closed; what comes after a close begins anew. Rows of one moment stand in the order of the file.
CREATE TABLE stays AS
WITH marked AS (
    SELECT *, lag(stage) OVER (PARTITION BY id ORDER BY moment, line) IS DISTINCT FROM stage AS begins FROM events
), visits AS (
    SELECT id, stage, moment AS entered, lead(moment) OVER (PARTITION BY id ORDER BY moment, line) AS departed
    FROM marked WHERE begins
)
SELECT *, epoch_ms(getvariable('as_of')::TIMESTAMP) + 86400000 - 1 AS today FROM visits WHERE stage <> 'closed';

-- Kaplan-Meier of each stage; a stay that has not ended is censored today.
CREATE TABLE survival AS
WITH times AS (
    SELECT stage, coalesce(departed, today) - entered AS ms, count(departed) AS ended, count(*) AS gone FROM stays GROUP BY ALL
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
SELECT 'open_tickets', 'stage=' || stage, 'all', count(*)::VARCHAR, NULL, NULL, count(*) FROM stays WHERE departed IS NULL GROUP BY stage
UNION ALL
SELECT 'open_tickets', '', 'all', count(*)::VARCHAR, NULL, NULL, count(*) FROM stays WHERE departed IS NULL
UNION ALL
SELECT 'waiting', 'deal=' || id, 'all', ((today - entered) / 86400000)::VARCHAR, NULL, NULL, NULL FROM stays WHERE departed IS NULL;

CREATE TABLE deviations AS
SELECT 'ticket_stuck' AS rule, id AS subject, CASE WHEN (today - entered) / 86400000 > 90 THEN 'critical' ELSE 'warn' END AS severity
FROM stays WHERE departed IS NULL AND (today - entered) / 86400000 > 30;
