-- The figures of this example, computed from the file alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the file), as_of (a date; not used: the year is whole).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

CREATE TABLE items AS
SELECT "Item_ID" AS item, "Total_Sales_Value"::DECIMAL(18, 4) AS amount,
       [Jan_Demand, Feb_Demand, Mar_Demand, Apr_Demand, May_Demand, Jun_Demand, Jul_Demand, Aug_Demand, Sep_Demand,
        Oct_Demand, Nov_Demand, Dec_Demand]::BIGINT[] AS demand
FROM read_csv(getvariable('data') || '/items.csv', header = true, all_varchar = true);

-- ABC by the year's sales value: the share of an item is that of all items down to it, itself included, strictly below
-- the break. XYZ by the coefficient of variation of the twelve months' units: population deviation over the mean.
CREATE TABLE classes AS
WITH reached AS (
    SELECT *, sum(amount) OVER (ORDER BY amount DESC, item ROWS UNBOUNDED PRECEDING) AS reached, sum(amount) OVER () AS total,
           sqrt(list_aggregate(demand, 'var_pop')) / list_avg(demand) AS variation
    FROM items
)
SELECT *, CASE WHEN reached * 100 < total * 40 THEN 'A' WHEN reached * 100 < total * 80 THEN 'B' ELSE 'C' END AS abc,
       CASE WHEN variation < 0.10 THEN 'X' WHEN variation < 0.25 THEN 'Y' ELSE 'Z' END AS xyz
FROM reached;

CREATE TABLE readings AS
SELECT 'item_abc' AS kpi, 'product=' || item AS scope, 'all' AS period, abc AS value,
       NULL::VARCHAR AS numerator, NULL::VARCHAR AS denominator, NULL::BIGINT AS cases FROM classes
UNION ALL SELECT 'item_xyz', 'product=' || item, 'all', xyz, NULL, NULL, NULL FROM classes
UNION ALL SELECT 'item_class', 'product=' || item, 'all', abc || xyz, NULL, NULL, NULL FROM classes
UNION ALL SELECT 'item_sales', 'product=' || item, 'all', amount::VARCHAR, NULL, NULL, NULL FROM classes
UNION ALL SELECT 'item_sales', '', 'all', sum(amount)::VARCHAR, NULL, NULL, NULL FROM classes;

CREATE TABLE deviations AS
SELECT 'erratic_demand' AS rule, item AS subject, 'warn' AS severity FROM classes WHERE abc IN ('A', 'B') AND xyz = 'Z';
