-- The counts of tests/bench/counts.py in SQLite. sqlite.sh puts the folder, the years and the
-- output in place of {folder}, {first}, {last} and {output}. Days are whole numbers yyyymmdd, one
-- that is blank is 99999999; days are counted by julianday().
PRAGMA temp_store = MEMORY;
CREATE TABLE header_rows (CHILD TEXT, SEX INT, DOB TEXT, ETHNIC TEXT, UPN TEXT, MOTHER TEXT,
  MC_DOB TEXT, LA INT);
CREATE TABLE episode_rows (CHILD TEXT, DECOM TEXT, RNE TEXT, LS TEXT, CIN TEXT, PLACE TEXT,
  PLACE_PROVIDER TEXT, DEC TEXT, REC TEXT, REASON_PLACE_CHANGE TEXT, HOME_POST TEXT, PL_POST TEXT,
  URN TEXT, LA INT);
CREATE TABLE uasc_rows (CHILD TEXT, SEX TEXT, DOB TEXT, DUC TEXT, LA INT);
CREATE TABLE oc2_rows (CHILD TEXT, DOB TEXT, SDQ_SCORE TEXT, SDQ_REASON TEXT, CONVICTED TEXT,
  HEALTH_CHECK TEXT, IMMUNISATIONS INT, TEETH_CHECK INT, HEALTH_ASSESSMENT INT,
  SUBSTANCE_MISUSE TEXT, INTERVENTION_RECEIVED TEXT, INTERVENTION_OFFERED TEXT, YEAR INT, LA INT);
CREATE TABLE oc3_rows (CHILD TEXT, DOB TEXT, IN_TOUCH TEXT, ACTIV TEXT, ACCOM TEXT, YEAR INT,
  LA INT);
CREATE TABLE ad1_rows (CHILD TEXT, DOB TEXT, DATE_INT TEXT, DATE_MATCH TEXT, FOSTER_CARE TEXT,
  NB_ADOPTR TEXT, SEX_ADOPTR TEXT, LS_ADOPTR TEXT, LA INT);
CREATE TABLE missing_rows (CHILD TEXT, DOB TEXT, MISSING TEXT, MIS_START TEXT, MIS_END TEXT,
  LA INT);
CREATE TABLE review_rows (CHILD TEXT, DOB TEXT, REVIEW TEXT, REVIEW_CODE TEXT, LA INT);
CREATE TABLE worker_rows (CHILD TEXT, DOB TEXT, SW_ID TEXT, SW_DECOM TEXT, SW_DEC TEXT,
  SW_REASON TEXT, LA INT);
.mode csv
.import --skip 1 {folder}/header.csv header_rows
.import --skip 1 {folder}/episodes.csv episode_rows
.import --skip 1 {folder}/uasc.csv uasc_rows
.import --skip 1 {folder}/oc2.csv oc2_rows
.import --skip 1 {folder}/oc3.csv oc3_rows
.import --skip 1 {folder}/ad1.csv ad1_rows
.import --skip 1 {folder}/missing.csv missing_rows
.import --skip 1 {folder}/reviews.csv review_rows
.import --skip 1 {folder}/sw_episodes.csv worker_rows

CREATE TABLE years AS
  WITH RECURSIVE each (y) AS (SELECT {first} UNION ALL SELECT y + 1 FROM each WHERE y < {last})
  SELECT y, (y - 1) * 10000 + 401 AS begins, y * 10000 + 331 AS ends FROM each;

CREATE TABLE children (CHILD TEXT PRIMARY KEY, LA INT, SEX INT, MOTHER TEXT, born INT)
  WITHOUT ROWID;
INSERT INTO children SELECT CHILD, LA, SEX, MOTHER,
  substr(DOB, 7, 4) + (substr(DOB, 4, 2) > '03') FROM header_rows;
CREATE TABLE unaccompanied (CHILD TEXT PRIMARY KEY, ceased INT) WITHOUT ROWID;
INSERT INTO unaccompanied SELECT CHILD, CASE WHEN DUC = '' THEN 99999999
  ELSE CAST(substr(DUC, 7, 4) || substr(DUC, 4, 2) || substr(DUC, 1, 2) AS INT) END
  FROM uasc_rows;
CREATE TABLE health (CHILD TEXT, y INT, score TEXT, convicted INT, immunised INT, teeth INT,
  assessed INT, PRIMARY KEY (CHILD, y)) WITHOUT ROWID;
INSERT INTO health SELECT CHILD, YEAR, SDQ_SCORE, CONVICTED = '1', IMMUNISATIONS, TEETH_CHECK,
  HEALTH_ASSESSMENT FROM oc2_rows;
CREATE TABLE adoptions (CHILD TEXT PRIMARY KEY, days_to_match INT) WITHOUT ROWID;
INSERT INTO adoptions SELECT CHILD, CAST(
    julianday(substr(DATE_MATCH, 7, 4) || '-' || substr(DATE_MATCH, 4, 2) || '-'
      || substr(DATE_MATCH, 1, 2))
    - julianday(substr(DATE_INT, 7, 4) || '-' || substr(DATE_INT, 4, 2) || '-'
      || substr(DATE_INT, 1, 2)) AS INT) FROM ad1_rows;
CREATE TABLE incidents (CHILD TEXT, y INT, incidents INT, PRIMARY KEY (CHILD, y)) WITHOUT ROWID;
INSERT INTO incidents
  WITH known AS (
    SELECT CHILD, substr(MIS_START, 7, 4) + (substr(MIS_START, 4, 2) > '03') AS first_year,
      CASE WHEN MIS_END = '' THEN {last}
           ELSE substr(MIS_END, 7, 4) + (substr(MIS_END, 4, 2) > '03') END AS last_year
    FROM missing_rows WHERE MISSING = 'M')
  SELECT CHILD, y, count(*) FROM known JOIN years ON y BETWEEN first_year AND last_year
  GROUP BY CHILD, y;
CREATE TABLE reviews (CHILD TEXT, y INT, PRIMARY KEY (CHILD, y)) WITHOUT ROWID;
INSERT OR IGNORE INTO reviews
  SELECT CHILD, substr(REVIEW, 7, 4) + (substr(REVIEW, 4, 2) > '03') FROM review_rows;
CREATE TABLE workers (CHILD TEXT, y INT, workers INT, PRIMARY KEY (CHILD, y)) WITHOUT ROWID;
INSERT INTO workers
  WITH held AS (
    SELECT CHILD, SW_ID,
      CAST(substr(SW_DECOM, 7, 4) || substr(SW_DECOM, 4, 2) || substr(SW_DECOM, 1, 2) AS INT)
        AS begun,
      CASE WHEN SW_DEC = '' THEN 99999999 ELSE
        CAST(substr(SW_DEC, 7, 4) || substr(SW_DEC, 4, 2) || substr(SW_DEC, 1, 2) AS INT) END
        AS over
    FROM worker_rows)
  SELECT CHILD, y, count(DISTINCT SW_ID) FROM held JOIN years ON begun <= ends AND over > begins
  GROUP BY CHILD, y;
CREATE TABLE leavers (y INT, LA INT, leavers INT, in_touch INT, occupied INT, known INT,
  suitable INT, PRIMARY KEY (y, LA)) WITHOUT ROWID;
INSERT INTO leavers
  SELECT YEAR, LA, count(*), sum(IN_TOUCH = 'YES'), sum(substr(ACTIV, 1, 1) IN ('F', 'P')),
    sum(substr(ACCOM, 1, 1) NOT IN ('G', 'H', 'R')),
    sum(substr(ACCOM, 1, 1) NOT IN ('G', 'H', 'R') AND substr(ACCOM, 2, 1) = '1')
  FROM oc3_rows WHERE IN_TOUCH NOT IN ('DIED', 'RHOM')
    AND YEAR - (substr(DOB, 7, 4) + (substr(DOB, 4, 2) > '03')) BETWEEN 19 AND 21
  GROUP BY YEAR, LA;
DROP TABLE header_rows;
DROP TABLE uasc_rows;
DROP TABLE oc2_rows;
DROP TABLE oc3_rows;
DROP TABLE ad1_rows;
DROP TABLE missing_rows;
DROP TABLE review_rows;
DROP TABLE worker_rows;

-- Episodes of care with what stands before them, whether the child moves to another carer, and
-- since when (what long-term stability asks: before the 2021 release, and since).
CREATE TABLE care AS
  WITH dated AS (
    SELECT CHILD, RNE, PLACE, PLACE_PROVIDER, REC,
      CAST(substr(DECOM, 7, 4) || substr(DECOM, 4, 2) || substr(DECOM, 1, 2) AS INT) AS DECOM,
      CASE WHEN DEC = '' THEN 99999999 ELSE
        CAST(substr(DEC, 7, 4) || substr(DEC, 4, 2) || substr(DEC, 1, 2) AS INT) END AS DEC,
      PLACE_PROVIDER || ' ' || PL_POST || ' ' || URN AS carer, substr(PLACE, 1, 1) = 'T' AS away
    FROM episode_rows WHERE LS NOT IN ('V3', 'V4')),
  beside AS (
    SELECT *, coalesce(lag(away) OVER child, 0) AS after_away,
      lag(PLACE) OVER child AS place_1, lag(PLACE, 2) OVER child AS place_2,
      lag(carer, 2) OVER child AS carer_2, lag(PLACE_PROVIDER) OVER child AS provider_1
    FROM dated WINDOW child AS (PARTITION BY CHILD ORDER BY DECOM)),
  moved AS (
    SELECT *, moves OR (PLACE IN ('U2', 'U5')
        AND PLACE <> CASE WHEN after_away THEN place_2 ELSE place_1 END) AS settles
    FROM (SELECT *, RNE = 'S' OR (NOT away AND PLACE NOT IN ('A3', 'A5') AND
        CASE WHEN after_away THEN PLACE <> place_2 OR carer <> carer_2
             ELSE RNE IN ('P', 'B') END) AS moves FROM beside)),
  runs AS (
    SELECT *, sum(moves) OVER so_far AS run,
      max(CASE WHEN RNE = 'S' THEN DECOM END) OVER so_far AS period_start,
      CASE WHEN NOT moves THEN NULL WHEN PLACE LIKE 'A%' AND RNE <> 'S'
        THEN max(CASE WHEN moves THEN DECOM END) OVER earlier ELSE DECOM END AS moved_from,
      CASE WHEN NOT settles THEN NULL WHEN PLACE LIKE 'A%' AND RNE <> 'S'
        THEN max(CASE WHEN settles THEN DECOM END) OVER earlier ELSE DECOM END AS settled_from
    FROM moved
    WINDOW so_far AS (PARTITION BY CHILD ORDER BY DECOM ROWS UNBOUNDED PRECEDING),
      earlier AS (PARTITION BY CHILD ORDER BY DECOM
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
  SELECT CHILD, DECOM, RNE, DEC, REC, run, away, period_start,
    REC NOT IN ('X1', '') AS leaves,
    CASE WHEN away THEN place_1 ELSE PLACE END AS place,
    CASE WHEN away THEN provider_1 ELSE PLACE_PROVIDER END AS provider,
    max(moved_from) OVER so_far AS since_before_2021, max(settled_from) OVER so_far AS since_2021,
    max(DECOM / 10000 + (DECOM / 100 % 100 > 3), {first}) AS first_year,
    min(DEC / 10000 + (DEC / 100 % 100 > 3), {last}) AS last_year
  FROM runs WINDOW so_far AS (PARTITION BY CHILD ORDER BY DECOM ROWS UNBOUNDED PRECEDING);
DROP TABLE episode_rows;

-- One row a child and year.
CREATE TABLE child_years AS
  SELECT CHILD, y, begins, max(DEC > ends) AS looked_after,
    max(CASE WHEN DEC > ends THEN period_start END) AS period_start,
    max(CASE WHEN DEC > ends THEN iif(y >= 2021, since_2021, since_before_2021) END) AS since,
    max(CASE WHEN DEC > ends THEN place END) AS place,
    max(CASE WHEN DEC > ends THEN provider END) AS provider,
    max(RNE = 'S' AND DECOM >= begins) AS started, max(leaves AND DEC <= ends) AS ceased,
    max(CASE WHEN leaves AND DEC <= ends THEN DEC END) AS left_on,
    max(CASE WHEN NOT away AND DEC > begins THEN run END)
      - min(CASE WHEN NOT away AND DEC > begins THEN run END) + 1 AS placements
  FROM care JOIN years ON y BETWEEN first_year AND last_year GROUP BY CHILD, y;
CREATE TABLE leavings (CHILD TEXT, left_on INT, reason TEXT, days_in_care INT,
  PRIMARY KEY (CHILD, left_on)) WITHOUT ROWID;
INSERT INTO leavings
  SELECT CHILD, DEC, REC, CAST(
    julianday(substr(DEC, 1, 4) || '-' || substr(DEC, 5, 2) || '-' || substr(DEC, 7, 2))
    - julianday(substr(period_start, 1, 4) || '-' || substr(period_start, 5, 2) || '-'
      || substr(period_start, 7, 2)) AS INT)
  FROM care WHERE leaves;
DROP TABLE care;

CREATE TABLE counts AS
  WITH told AS (
    SELECT c.*, LA, SEX, MOTHER, c.y - born AS age, score, convicted, immunised, teeth, assessed,
      reason, days_in_care, days_to_match, incidents, workers, r.y IS NOT NULL AS reviewed,
      coalesce(u.ceased >= begins, 0) AS alone,
      looked_after AND immunised IS NOT NULL AND period_start <= begins AS twelve_months,
      looked_after AND c.y - born < 16 AND period_start <= (c.y - 3) * 10000 + 930 AS long_term,
      coalesce(reason IN ('E11', 'E12'), 0) AS adopted
    FROM child_years c JOIN children USING (CHILD)
      LEFT JOIN health h ON h.CHILD = c.CHILD AND h.y = c.y
      LEFT JOIN unaccompanied u ON u.CHILD = c.CHILD
      LEFT JOIN leavings l ON l.CHILD = c.CHILD AND l.left_on = c.left_on
      LEFT JOIN adoptions a ON a.CHILD = c.CHILD
      LEFT JOIN incidents i ON i.CHILD = c.CHILD AND i.y = c.y
      LEFT JOIN workers w ON w.CHILD = c.CHILD AND w.y = c.y
      LEFT JOIN reviews r ON r.CHILD = c.CHILD AND r.y = c.y)
  SELECT told.y AS year, told.LA AS authority,
    sum(looked_after) AS looked_after, sum(started) AS started, sum(ceased) AS ceased,
    sum(adopted) AS adopted,
    sum(coalesce(reason BETWEEN 'E43' AND 'E48', 0)) AS special_guardianship,
    sum(coalesce(reason IN ('E4A', 'E4B'), 0)) AS returned_home,
    sum(coalesce(days_in_care, 0)) AS days_in_care,
    sum(iif(adopted, days_to_match, 0)) AS days_decision_to_match,
    count(*) AS looked_after_in_year, sum(looked_after AND alone) AS unaccompanied,
    sum(coalesce(place LIKE 'U%', 0)) AS in_foster_care,
    sum(coalesce(place LIKE 'A%', 0)) AS placed_for_adoption,
    sum(coalesce(place = 'P1', 0)) AS placed_with_parents,
    sum(coalesce(place IN ('K1', 'K2'), 0)) AS in_secure_or_childrens_home,
    sum(coalesce(place IN ('H5', 'P2', 'K3'), 0)) AS in_supported_accommodation,
    sum(coalesce(place LIKE 'R%' OR place = 'P3', 0)) AS in_other_residential,
    sum(coalesce(place = 'S1', 0)) AS in_residential_school,
    sum(coalesce(place LIKE 'Z%', 0)) AS in_other_placement,
    sum(coalesce(place LIKE 'U%' AND provider IN ('PR4', 'PR5'), 0)) AS independent_fostering,
    sum(looked_after AND placements >= 3) AS three_or_more_placements,
    sum(coalesce(long_term, 0)) AS long_term,
    sum(coalesce(long_term AND since <= (told.y - 2) * 10000 + 331, 0)) AS long_term_stability,
    sum(coalesce(looked_after AND workers >= 3, 0)) AS three_or_more_social_workers,
    sum(coalesce(twelve_months, 0)) AS twelve_months,
    sum(coalesce(twelve_months AND immunised, 0)) AS immunisations,
    sum(coalesce(twelve_months AND teeth, 0)) AS dental_check,
    sum(coalesce(twelve_months AND assessed, 0)) AS health_assessment,
    sum(coalesce(twelve_months AND convicted AND age BETWEEN 10 AND 17, 0)) AS convicted,
    sum(coalesce(twelve_months AND score <> '' AND age BETWEEN 5 AND 16, 0)) AS scored,
    sum(iif(twelve_months AND score <> '' AND age BETWEEN 5 AND 16, CAST(score AS INT), 0))
      AS score,
    count(incidents) AS missing_children, sum(coalesce(incidents, 0)) AS missing_incidents,
    sum(looked_after AND SEX = 2 AND age >= 12 AND MOTHER = '1') AS mothers,
    sum(looked_after AND reviewed) AS reviewed, sum(looked_after AND SEX = 1) AS male,
    sum(looked_after AND age < 16) AS under_16, coalesce(max(leavers.leavers), 0) AS leavers,
    coalesce(max(in_touch), 0) AS leavers_in_touch,
    coalesce(max(occupied), 0) AS leavers_in_education_or_work,
    coalesce(max(known), 0) AS leavers_living_where_known,
    coalesce(max(suitable), 0) AS leavers_in_suitable_accommodation
  FROM told LEFT JOIN leavers ON leavers.y = told.y AND leavers.LA = told.LA
  GROUP BY told.y, told.LA;

.headers on
.separator , "\n"
.output {output}
SELECT * FROM counts UNION ALL
SELECT year, 0, sum(looked_after), sum(started), sum(ceased), sum(adopted),
  sum(special_guardianship), sum(returned_home), sum(days_in_care), sum(days_decision_to_match),
  sum(looked_after_in_year), sum(unaccompanied), sum(in_foster_care), sum(placed_for_adoption),
  sum(placed_with_parents), sum(in_secure_or_childrens_home), sum(in_supported_accommodation),
  sum(in_other_residential), sum(in_residential_school), sum(in_other_placement),
  sum(independent_fostering), sum(three_or_more_placements), sum(long_term),
  sum(long_term_stability), sum(three_or_more_social_workers), sum(twelve_months),
  sum(immunisations), sum(dental_check), sum(health_assessment), sum(convicted), sum(scored),
  sum(score), sum(missing_children), sum(missing_incidents), sum(mothers), sum(reviewed),
  sum(male), sum(under_16), sum(leavers), sum(leavers_in_touch),
  sum(leavers_in_education_or_work), sum(leavers_living_where_known),
  sum(leavers_in_suitable_accommodation)
FROM counts GROUP BY year ORDER BY year, authority;
