-- The counts of tests/bench/counts.py in DuckDB. duckdb.mjs puts the folder, the years and the
-- output in place of {folder}, {first}, {last} and {output}.
CREATE MACRO reporting_year(d) AS (year(d) + (month(d) > 3)::INT)::INT;
CREATE MACRO first_day(y) AS make_date((y - 1)::INT, 4, 1);
CREATE MACRO last_day_of_year(y) AS make_date(y::INT, 3, 31);

CREATE TABLE children AS
  SELECT CHILD, LA, SEX, MOTHER, reporting_year(DOB) AS born
  FROM read_csv('{folder}/header.csv', header = true, dateformat = '%d/%m/%Y', columns = {
    'CHILD': 'VARCHAR', 'SEX': 'TINYINT', 'DOB': 'DATE', 'ETHNIC': 'VARCHAR', 'UPN': 'VARCHAR',
    'MOTHER': 'TINYINT', 'MC_DOB': 'VARCHAR', 'LA': 'SMALLINT'});
CREATE TABLE unaccompanied AS
  SELECT CHILD, DUC
  FROM read_csv('{folder}/uasc.csv', header = true, dateformat = '%d/%m/%Y', columns = {
    'CHILD': 'VARCHAR', 'SEX': 'VARCHAR', 'DOB': 'VARCHAR', 'DUC': 'DATE', 'LA': 'SMALLINT'});
CREATE TABLE health AS
  SELECT CHILD, YEAR AS y, SDQ_SCORE AS score, CONVICTED = 1 AS convicted,
    IMMUNISATIONS = 1 AS immunised, TEETH_CHECK = 1 AS teeth, HEALTH_ASSESSMENT = 1 AS assessed
  FROM read_csv('{folder}/oc2.csv', header = true, columns = {
    'CHILD': 'VARCHAR', 'DOB': 'VARCHAR', 'SDQ_SCORE': 'INT', 'SDQ_REASON': 'VARCHAR',
    'CONVICTED': 'TINYINT', 'HEALTH_CHECK': 'TINYINT', 'IMMUNISATIONS': 'TINYINT',
    'TEETH_CHECK': 'TINYINT', 'HEALTH_ASSESSMENT': 'TINYINT', 'SUBSTANCE_MISUSE': 'TINYINT',
    'INTERVENTION_RECEIVED': 'TINYINT', 'INTERVENTION_OFFERED': 'TINYINT', 'YEAR': 'INT',
    'LA': 'SMALLINT'});
CREATE TABLE adoptions AS
  SELECT CHILD, DATE_MATCH - DATE_INT AS days_to_match
  FROM read_csv('{folder}/ad1.csv', header = true, dateformat = '%d/%m/%Y', columns = {
    'CHILD': 'VARCHAR', 'DOB': 'VARCHAR', 'DATE_INT': 'DATE', 'DATE_MATCH': 'DATE',
    'FOSTER_CARE': 'VARCHAR', 'NB_ADOPTR': 'VARCHAR', 'SEX_ADOPTR': 'VARCHAR',
    'LS_ADOPTR': 'VARCHAR', 'LA': 'SMALLINT'});
CREATE TABLE incidents AS
  WITH known AS (
    SELECT CHILD, unnest(generate_series(reporting_year(MIS_START),
        coalesce(reporting_year(MIS_END), {last}))) AS y
    FROM read_csv('{folder}/missing.csv', header = true, dateformat = '%d/%m/%Y', columns = {
      'CHILD': 'VARCHAR', 'DOB': 'VARCHAR', 'MISSING': 'VARCHAR', 'MIS_START': 'DATE',
      'MIS_END': 'DATE', 'LA': 'SMALLINT'})
    WHERE MISSING = 'M')
  SELECT CHILD, y, count(*) AS incidents FROM known GROUP BY CHILD, y;
CREATE TABLE reviews AS
  SELECT DISTINCT CHILD, reporting_year(REVIEW) AS y
  FROM read_csv('{folder}/reviews.csv', header = true, dateformat = '%d/%m/%Y', columns = {
    'CHILD': 'VARCHAR', 'DOB': 'VARCHAR', 'REVIEW': 'DATE', 'REVIEW_CODE': 'VARCHAR',
    'LA': 'SMALLINT'});
CREATE TABLE workers AS
  WITH held AS (
    SELECT *, unnest(generate_series(reporting_year(SW_DECOM),
        coalesce(reporting_year(SW_DEC), {last}))) AS y
    FROM read_csv('{folder}/sw_episodes.csv', header = true, dateformat = '%d/%m/%Y', columns = {
      'CHILD': 'VARCHAR', 'DOB': 'VARCHAR', 'SW_ID': 'VARCHAR', 'SW_DECOM': 'DATE',
      'SW_DEC': 'DATE', 'SW_REASON': 'VARCHAR', 'LA': 'SMALLINT'}))
  SELECT CHILD, y, count(DISTINCT SW_ID) AS workers FROM held
  WHERE SW_DEC IS NULL OR SW_DEC > first_day(y) GROUP BY CHILD, y;

-- Episodes of care with what stands before them, whether the child moves to another carer, and
-- since when (what long-term stability asks: before the 2021 release, and since).
CREATE TABLE care AS
  WITH rows_read AS (
    SELECT * FROM read_csv('{folder}/episodes.csv', header = true, dateformat = '%d/%m/%Y',
      columns = {'CHILD': 'VARCHAR', 'DECOM': 'DATE', 'RNE': 'VARCHAR', 'LS': 'VARCHAR',
        'CIN': 'VARCHAR', 'PLACE': 'VARCHAR', 'PLACE_PROVIDER': 'VARCHAR', 'DEC': 'DATE',
        'REC': 'VARCHAR', 'REASON_PLACE_CHANGE': 'VARCHAR', 'HOME_POST': 'VARCHAR',
        'PL_POST': 'VARCHAR', 'URN': 'VARCHAR', 'LA': 'SMALLINT'})
    WHERE LS NOT IN ('V3', 'V4')),
  beside AS (
    SELECT CHILD, DECOM, RNE, PLACE, PLACE_PROVIDER, DEC, REC,
      coalesce(PLACE_PROVIDER, '') || ' ' || PL_POST || ' ' || coalesce(URN, '') AS carer,
      PLACE[1] = 'T' AS away,
      coalesce(lag(PLACE) OVER child, '')[1] = 'T' AS after_away,
      lag(PLACE) OVER child AS place_1, lag(PLACE, 2) OVER child AS place_2,
      lag(carer, 2) OVER child AS carer_2, lag(PLACE_PROVIDER) OVER child AS provider_1
    FROM rows_read WINDOW child AS (PARTITION BY CHILD ORDER BY DECOM)),
  moved AS (
    SELECT *, RNE = 'S' OR (NOT away AND PLACE NOT IN ('A3', 'A5') AND
        CASE WHEN after_away THEN PLACE <> place_2 OR carer <> carer_2
             ELSE RNE IN ('P', 'B') END) AS moves,
      moves OR (PLACE IN ('U2', 'U5')
        AND PLACE <> CASE WHEN after_away THEN place_2 ELSE place_1 END) AS settles
    FROM beside),
  runs AS (
    SELECT *, sum(moves::INT) OVER so_far AS run,
      max(CASE WHEN RNE = 'S' THEN DECOM END) OVER so_far AS period_start,
      CASE WHEN NOT moves THEN NULL WHEN PLACE[1] = 'A' AND RNE <> 'S'
        THEN max(CASE WHEN moves THEN DECOM END) OVER earlier ELSE DECOM END AS moved_from,
      CASE WHEN NOT settles THEN NULL WHEN PLACE[1] = 'A' AND RNE <> 'S'
        THEN max(CASE WHEN settles THEN DECOM END) OVER earlier ELSE DECOM END AS settled_from
    FROM moved
    WINDOW so_far AS (PARTITION BY CHILD ORDER BY DECOM ROWS UNBOUNDED PRECEDING),
      earlier AS (PARTITION BY CHILD ORDER BY DECOM
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
  SELECT CHILD, DECOM, RNE, DEC, REC, run, away, period_start,
    REC <> 'X1' AS leaves,
    CASE WHEN away THEN place_1 ELSE PLACE END AS place,
    CASE WHEN away THEN provider_1 ELSE PLACE_PROVIDER END AS provider,
    max(moved_from) OVER so_far AS since_before_2021,
    max(settled_from) OVER so_far AS since_2021,
    greatest(reporting_year(DECOM), {first}) AS first_year,
    least(coalesce(reporting_year(DEC), {last}), {last}) AS last_year
  FROM runs WINDOW so_far AS (PARTITION BY CHILD ORDER BY DECOM ROWS UNBOUNDED PRECEDING);

-- One row a child and year.
CREATE TABLE child_years AS
  WITH in_year AS (
    SELECT *, unnest(generate_series(first_year, last_year)) AS y FROM care
    WHERE first_year <= last_year),
  at_end AS (
    SELECT *, first_day(y) AS begins, last_day_of_year(y) AS ends,
      DEC IS NULL OR DEC > ends AS open, leaves AND DEC <= ends AS left_care FROM in_year)
  SELECT CHILD, y, bool_or(open) AS looked_after,
    max(period_start) FILTER (open) AS period_start,
    max(CASE WHEN y >= 2021 THEN since_2021 ELSE since_before_2021 END) FILTER (open) AS since,
    max(place) FILTER (open) AS place, max(provider) FILTER (open) AS provider,
    bool_or(RNE = 'S' AND DECOM >= begins) AS started,
    coalesce(bool_or(left_care), false) AS ceased,
    arg_max(REC, DEC) FILTER (left_care) AS reason,
    arg_max(DEC - period_start, DEC) FILTER (left_care) AS days_in_care,
    max(run) FILTER (NOT away AND (DEC IS NULL OR DEC > begins))
      - min(run) FILTER (NOT away AND (DEC IS NULL OR DEC > begins)) + 1 AS placements
  FROM at_end GROUP BY CHILD, y;

CREATE TABLE counts AS
  WITH told AS (
    SELECT c.*, LA, SEX, MOTHER, y - born AS age, h.* EXCLUDE (CHILD, y),
      days_to_match, incidents, workers, reviews.CHILD IS NOT NULL AS reviewed,
      u.CHILD IS NOT NULL AND (DUC IS NULL OR DUC >= first_day(y)) AS alone,
      looked_after AND immunised IS NOT NULL AND period_start <= first_day(y) AS twelve_months,
      looked_after AND y - born < 16
        AND period_start <= make_date((y - 3)::INT, 9, 30) AS long_term,
      reason IN ('E11', 'E12') AS adopted
    FROM child_years c JOIN children USING (CHILD) LEFT JOIN health h USING (CHILD, y)
      LEFT JOIN unaccompanied u USING (CHILD) LEFT JOIN adoptions USING (CHILD)
      LEFT JOIN incidents USING (CHILD, y) LEFT JOIN workers USING (CHILD, y)
      LEFT JOIN reviews USING (CHILD, y))
  SELECT y AS year, coalesce(LA, 0) AS authority,
    count_if(looked_after) AS looked_after, count_if(started) AS started,
    count_if(ceased) AS ceased, count_if(adopted) AS adopted,
    count_if(reason BETWEEN 'E43' AND 'E48') AS special_guardianship,
    count_if(reason IN ('E4A', 'E4B')) AS returned_home,
    coalesce(sum(days_in_care), 0)::BIGINT AS days_in_care,
    coalesce(sum(days_to_match) FILTER (adopted), 0)::BIGINT AS days_decision_to_match,
    count(*) AS looked_after_in_year,
    count_if(looked_after AND alone) AS unaccompanied,
    count_if(place[1] = 'U') AS in_foster_care,
    count_if(place[1] = 'A') AS placed_for_adoption,
    count_if(place = 'P1') AS placed_with_parents,
    count_if(place IN ('K1', 'K2')) AS in_secure_or_childrens_home,
    count_if(place IN ('H5', 'P2', 'K3')) AS in_supported_accommodation,
    count_if(place[1] = 'R' OR place = 'P3') AS in_other_residential,
    count_if(place = 'S1') AS in_residential_school,
    count_if(place[1] = 'Z') AS in_other_placement,
    count_if(place[1] = 'U' AND provider IN ('PR4', 'PR5')) AS independent_fostering,
    count_if(looked_after AND placements >= 3) AS three_or_more_placements,
    count_if(long_term) AS long_term,
    count_if(long_term AND since <= make_date((y - 2)::INT, 3, 31)) AS long_term_stability,
    count_if(looked_after AND workers >= 3) AS three_or_more_social_workers,
    count_if(twelve_months) AS twelve_months,
    count_if(twelve_months AND immunised) AS immunisations,
    count_if(twelve_months AND teeth) AS dental_check,
    count_if(twelve_months AND assessed) AS health_assessment,
    count_if(twelve_months AND convicted AND age BETWEEN 10 AND 17) AS convicted,
    count_if(twelve_months AND score IS NOT NULL AND age BETWEEN 5 AND 16) AS scored,
    coalesce(sum(score) FILTER (twelve_months AND age BETWEEN 5 AND 16), 0)::BIGINT AS score,
    count_if(incidents > 0) AS missing_children,
    coalesce(sum(incidents), 0)::BIGINT AS missing_incidents,
    count_if(looked_after AND SEX = 2 AND age >= 12 AND MOTHER = 1) AS mothers,
    count_if(looked_after AND reviewed) AS reviewed, count_if(looked_after AND SEX = 1) AS male,
    count_if(looked_after AND age < 16) AS under_16
  FROM told GROUP BY GROUPING SETS ((y, LA), (y));

CREATE TABLE leavers AS
  SELECT YEAR AS year, coalesce(LA, 0) AS authority, count(*) AS leavers,
    count_if(IN_TOUCH = 'YES') AS leavers_in_touch,
    count_if(ACTIV[1] IN ('F', 'P')) AS leavers_in_education_or_work,
    count_if(ACCOM[1] NOT IN ('G', 'H', 'R')) AS leavers_living_where_known,
    count_if(ACCOM[1] NOT IN ('G', 'H', 'R') AND ACCOM[2] = '1')
      AS leavers_in_suitable_accommodation
  FROM read_csv('{folder}/oc3.csv', header = true, dateformat = '%d/%m/%Y', columns = {
    'CHILD': 'VARCHAR', 'DOB': 'DATE', 'IN_TOUCH': 'VARCHAR', 'ACTIV': 'VARCHAR',
    'ACCOM': 'VARCHAR', 'YEAR': 'INT', 'LA': 'SMALLINT'})
  WHERE IN_TOUCH NOT IN ('DIED', 'RHOM') AND YEAR - reporting_year(DOB) BETWEEN 19 AND 21
  GROUP BY GROUPING SETS ((YEAR, LA), (YEAR));

COPY (SELECT * REPLACE (coalesce(leavers, 0) AS leavers,
      coalesce(leavers_in_touch, 0) AS leavers_in_touch,
      coalesce(leavers_in_education_or_work, 0) AS leavers_in_education_or_work,
      coalesce(leavers_living_where_known, 0) AS leavers_living_where_known,
      coalesce(leavers_in_suitable_accommodation, 0) AS leavers_in_suitable_accommodation)
    FROM counts LEFT JOIN leavers USING (year, authority)
    ORDER BY year, authority) TO '{output}' (HEADER);
