-- The figures of this example, computed from the file alone by the words of README.md, with nothing of Norma in it.
-- Variables set before: data (the folder of the file), as_of (a date; all of that day belongs to it).
-- Result: tables `readings` and `deviations`. An empty numerator, denominator or cases is "not compared".

CREATE TABLE lines AS
WITH raw AS (
    SELECT *,
        CASE WHEN "Order Date" LIKE '%/%' THEN strptime("Order Date", '%m/%d/%Y')
             WHEN "Order Date" LIKE '__-__-__' THEN strptime("Order Date", '%m-%d-%y') END::DATE AS ordered,
        CASE WHEN "Ship Date" LIKE '%/%' THEN strptime("Ship Date", '%m/%d/%Y')
             WHEN "Ship Date" LIKE '__-__-__' THEN strptime("Ship Date", '%m-%d-%y') END::DATE AS shipped
    FROM read_csv(getvariable('data') || '/superstore.csv', header = true, all_varchar = true)
)
SELECT "Customer ID" AS client, lower(replace("Category", ' ', '_')) AS category, ordered, shipped,
       "Sales"::DECIMAL(18, 4) AS sales, "Profit"::DECIMAL(18, 4) AS profit
FROM raw WHERE ordered <= getvariable('as_of');

-- ABC by sales: a client belongs to the class that its own sales begin in, so the one that crosses 80 (95) per cent is
-- inside the class it completes.
CREATE TABLE clients AS
WITH sums AS (SELECT client, sum(sales) AS sales, sum(profit) AS profit, count(*) AS cases FROM lines GROUP BY client),
     ranked AS (SELECT *, sum(sales) OVER (ORDER BY sales DESC, client ROWS UNBOUNDED PRECEDING) - sales AS before,
                          sum(sales) OVER () AS total FROM sums)
SELECT *, CASE WHEN before * 100 < total * 80 THEN 'A' WHEN before * 100 < total * 95 THEN 'B' ELSE 'C' END AS class
FROM ranked;

CREATE TABLE readings AS
SELECT 'client_sales' AS kpi, 'client=' || client AS scope, 'all' AS period, sales::VARCHAR AS value,
       NULL::VARCHAR AS numerator, NULL::VARCHAR AS denominator, cases FROM clients
UNION ALL SELECT 'client_sales', '', 'all', sum(sales)::VARCHAR, NULL, NULL, count(*) FROM lines
UNION ALL SELECT 'client_profit', 'client=' || client, 'all', profit::VARCHAR, NULL, NULL, cases FROM clients
UNION ALL SELECT 'client_profit', '', 'all', sum(profit)::VARCHAR, NULL, NULL, count(*) FROM lines
UNION ALL SELECT 'client_class', 'client=' || client, 'all', class, NULL, NULL, NULL FROM clients
UNION ALL SELECT 'sales_by_category', 'category=' || category, year(ordered)::VARCHAR, sum(sales)::VARCHAR, NULL, NULL, count(*)
       FROM lines GROUP BY category, year(ordered)
UNION ALL SELECT 'days_to_ship', '', year(ordered)::VARCHAR, avg(date_diff('day', ordered, shipped))::VARCHAR, NULL, NULL, count(*)
       FROM lines GROUP BY year(ordered);

CREATE TABLE deviations AS
SELECT 'client_unprofitable' AS rule, client AS subject, 'warn' AS severity FROM clients WHERE profit < 0
UNION ALL SELECT 'class_a_unprofitable', client, 'critical' FROM clients WHERE profit < 0 AND class = 'A';
