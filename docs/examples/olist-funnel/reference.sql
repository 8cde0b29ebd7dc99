-- The figures of this example, computed from the files alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the files), as_of (a date; all of that day belongs to it).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

CREATE TABLE leads AS
WITH deals AS (
    SELECT mql_id, won_date::TIMESTAMP::DATE AS won
    FROM read_csv(getvariable('data') || '/olist_closed_deals_dataset.csv', header = true, all_varchar = true)
)
SELECT mql_id AS id, coalesce(origin, 'blank') AS channel, first_contact_date::DATE AS contacted,
       -- a win is known no earlier than the lead itself
       CASE WHEN greatest(won, first_contact_date::DATE) <= getvariable('as_of') THEN won END AS won_on
FROM read_csv(getvariable('data') || '/olist_marketing_qualified_leads_dataset.csv', header = true, all_varchar = true)
LEFT JOIN deals USING (mql_id)
WHERE first_contact_date::DATE <= getvariable('as_of');

CREATE TABLE readings AS
WITH scoped AS (
    SELECT '' AS scope, *, date_diff('day', contacted, won_on) AS days FROM leads
    UNION ALL SELECT 'channel=' || channel, *, date_diff('day', contacted, won_on) FROM leads
)
SELECT 'lead_conversion' AS kpi, scope, 'all' AS period, (count(won_on) / count(*))::VARCHAR AS value,
       count(won_on)::VARCHAR AS numerator, count(*)::VARCHAR AS denominator, count(*) AS cases
FROM scoped GROUP BY scope
UNION ALL SELECT 'days_to_win', scope, 'all', avg(days)::VARCHAR, NULL, NULL, count(days)
FROM scoped WHERE won_on IS NOT NULL GROUP BY scope
UNION ALL SELECT 'days_to_win_in_order', scope, 'all', avg(days)::VARCHAR, NULL, NULL, count(days)
FROM scoped WHERE won_on >= contacted GROUP BY scope;

CREATE TABLE deviations AS
SELECT 'won_before_contact' AS rule, id AS subject, 'warn' AS severity FROM leads WHERE won_on < contacted;
