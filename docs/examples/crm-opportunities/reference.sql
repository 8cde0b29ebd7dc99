-- The figures of this example, computed from the files alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the files), as_of (a date; all of that day belongs to it).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

CREATE TABLE teams AS
SELECT * FROM read_csv(getvariable('data') || '/sales_teams.csv', header = true, all_varchar = true);

-- The opportunities as of the day. The file has only the last state of each: what closed later was being engaged then,
-- what was engaged later is not known yet, and prospects have no date at all, so they are always there.
CREATE TABLE deals AS
WITH raw AS (
    SELECT *, engage_date::DATE AS engaged, close_date::DATE AS closed
    FROM read_csv(getvariable('data') || '/sales_pipeline.csv', header = true, all_varchar = true)
)
SELECT
    opportunity_id AS id,
    sales_agent AS agent,
    manager,
    regional_office AS region,
    CASE product WHEN 'GTXPro' THEN 'GTX Pro' ELSE product END AS product,
    account,
    CASE
        WHEN deal_stage = 'Prospecting' THEN 'prospecting'
        WHEN deal_stage IN ('Won', 'Lost') AND closed <= getvariable('as_of') THEN lower(deal_stage)
        ELSE 'engaging'
    END AS state,
    engaged,
    CASE WHEN closed <= getvariable('as_of') THEN closed END AS closed,
    CASE WHEN deal_stage = 'Won' AND closed <= getvariable('as_of') THEN close_value::DECIMAL(18, 4) END AS amount,
    date_diff('day', engaged, CASE WHEN closed <= getvariable('as_of') THEN closed ELSE getvariable('as_of') END) AS days
FROM raw LEFT JOIN teams USING (sales_agent)
WHERE deal_stage = 'Prospecting' OR engaged <= getvariable('as_of');

-- Shares by each dimension and for the whole.
CREATE TABLE counted AS
WITH scoped AS (
    SELECT '' AS scope, state FROM deals
    UNION ALL SELECT 'owner=' || agent, state FROM deals
    UNION ALL SELECT 'head=' || manager, state FROM deals
    UNION ALL SELECT 'region=' || region, state FROM deals
    UNION ALL SELECT 'product=' || product, state FROM deals
)
SELECT scope, count(*) AS everything, count(*) FILTER (state = 'won') AS won, count(*) FILTER (state = 'lost') AS lost
FROM scoped GROUP BY scope;

-- Kaplan-Meier, product-limit: at each day of an outcome the survivors are multiplied by 1 - ended / still at risk;
-- who is censored on that day is still at risk on it. The median is the first day at which half or less survive.
CREATE TABLE survival AS
WITH days AS (
    SELECT days, count(*) FILTER (closed IS NOT NULL) AS ended, count(*) AS gone
    FROM deals WHERE engaged IS NOT NULL GROUP BY days
), risk AS (
    SELECT *, sum(gone) OVER (ORDER BY days DESC) AS at_risk FROM days
)
SELECT days, at_risk, ended, product(1 - ended / at_risk) OVER (ORDER BY days) AS surviving FROM risk;

-- ABC by won amount: an account belongs to the class that its own amount begins in, so the one that crosses 80 (95) per
-- cent is inside the class it completes.
CREATE TABLE classes AS
WITH amounts AS (SELECT account, sum(amount) AS amount, count(*) AS deals FROM deals WHERE state = 'won' GROUP BY account),
     ranked AS (SELECT *, sum(amount) OVER (ORDER BY amount DESC, account ROWS UNBOUNDED PRECEDING) - amount AS before,
                          sum(amount) OVER () AS total FROM amounts)
SELECT account, amount, deals, CASE WHEN before * 100 < total * 80 THEN 'A' WHEN before * 100 < total * 95 THEN 'B' ELSE 'C' END AS class
FROM ranked;

CREATE TABLE readings AS
WITH cycles AS (
    SELECT 'cycle_won' AS kpi, days FROM deals WHERE state = 'won'
    UNION ALL SELECT 'cycle_lost', days FROM deals WHERE state = 'lost'
    UNION ALL SELECT 'cycle_closed', days FROM deals WHERE state IN ('won', 'lost')
)
SELECT 'win_rate_closed' AS kpi, scope, 'all' AS period, (won / (won + lost))::VARCHAR AS value,
       won::VARCHAR AS numerator, (won + lost)::VARCHAR AS denominator, NULL::BIGINT AS cases
FROM counted WHERE won + lost > 0
UNION ALL SELECT 'win_rate_closed', scope, 'all', NULL, '0', '0', NULL FROM counted WHERE won + lost = 0
UNION ALL SELECT 'win_rate_all', scope, 'all', (won / everything)::VARCHAR, won::VARCHAR, everything::VARCHAR, everything FROM counted
UNION ALL SELECT kpi, '', 'all', avg(days)::VARCHAR, NULL, NULL, count(*) FROM cycles GROUP BY kpi
UNION ALL SELECT kpi || '_median', '', 'all', median(days)::VARCHAR, NULL, NULL, count(*) FROM cycles GROUP BY kpi
UNION ALL SELECT 'time_to_close', '', 'all', (SELECT min(days) FROM survival WHERE surviving <= 0.5 + 1e-12)::VARCHAR, NULL, NULL,
       (SELECT count(*) FROM deals WHERE engaged IS NOT NULL)
UNION ALL SELECT 'won_amount', '', year(closed) || '-Q' || quarter(closed), sum(amount)::VARCHAR, NULL, NULL, count(*)
       FROM deals WHERE state = 'won' GROUP BY year(closed), quarter(closed)
UNION ALL SELECT 'open_deals', '', 'all', count(*)::VARCHAR, NULL, NULL, count(*) FROM deals WHERE state IN ('prospecting', 'engaging')
UNION ALL SELECT 'open_deals', 'stage=' || state, 'all', count(*)::VARCHAR, NULL, NULL, count(*)
       FROM deals WHERE state IN ('prospecting', 'engaging') GROUP BY state
UNION ALL SELECT 'account_class', 'client=' || account, 'all', class, NULL, NULL, NULL FROM classes
UNION ALL SELECT 'engaged_days', 'deal=' || id, 'all', days::VARCHAR, NULL, NULL, NULL FROM deals WHERE state = 'engaging';

CREATE TABLE deviations AS
SELECT 'engaged_over_' || days_allowed AS rule, id AS subject, CASE days_allowed WHEN 365 THEN 'critical' ELSE 'warn' END AS severity
FROM deals, (VALUES (90), (138), (180), (365)) AS norm(days_allowed)
WHERE state = 'engaging' AND days > days_allowed;
