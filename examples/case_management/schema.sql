-- The tables of a small case-management system, as it works with them day by day, and below them the
-- views by which they become the tables of the return.

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    born TEXT NOT NULL,
    gender TEXT NOT NULL,          -- 'female', 'male'
    ethnicity TEXT,                -- ETHNIC of the return
    home_postcode TEXT
);

CREATE TABLE care_period (         -- from coming into care to leaving it
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    begins TEXT NOT NULL,
    ends TEXT,
    end_reason TEXT                -- REC of the return
);

CREATE TABLE legal_status (        -- lasts until the next one, or until the period ends
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    begins TEXT NOT NULL,
    status TEXT NOT NULL           -- LS of the return
);

CREATE TABLE placement (           -- likewise
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    begins TEXT NOT NULL,
    kind TEXT NOT NULL,            -- PLACE of the return
    provider TEXT,                 -- PLACE_PROVIDER of the return
    postcode TEXT,
    registration TEXT              -- URN of the return
);

CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    begins TEXT NOT NULL,
    ends TEXT,
    whereabouts_known INTEGER NOT NULL
);

CREATE INDEX care_period_of ON care_period(person);
CREATE INDEX legal_status_of ON legal_status(person, begins);
CREATE INDEX placement_of ON placement(person, begins);
CREATE INDEX absence_of ON absence(person);

-- Whose records have changed since somebody last looked: a queue that triggers fill, whoever writes.
CREATE TABLE changed_person (id INTEGER PRIMARY KEY ON CONFLICT IGNORE);

CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
    INSERT INTO changed_person VALUES (new.id); END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
    INSERT INTO changed_person VALUES (old.id), (new.id); END;
CREATE TRIGGER person_deleted AFTER DELETE ON person BEGIN
    INSERT INTO changed_person VALUES (old.id); END;
CREATE TRIGGER care_period_added AFTER INSERT ON care_period BEGIN
    INSERT INTO changed_person VALUES (new.person); END;
CREATE TRIGGER care_period_changed AFTER UPDATE ON care_period BEGIN
    INSERT INTO changed_person VALUES (old.person), (new.person); END;
CREATE TRIGGER care_period_deleted AFTER DELETE ON care_period BEGIN
    INSERT INTO changed_person VALUES (old.person); END;
CREATE TRIGGER legal_status_added AFTER INSERT ON legal_status BEGIN
    INSERT INTO changed_person VALUES (new.person); END;
CREATE TRIGGER legal_status_changed AFTER UPDATE ON legal_status BEGIN
    INSERT INTO changed_person VALUES (old.person), (new.person); END;
CREATE TRIGGER legal_status_deleted AFTER DELETE ON legal_status BEGIN
    INSERT INTO changed_person VALUES (old.person); END;
CREATE TRIGGER placement_added AFTER INSERT ON placement BEGIN
    INSERT INTO changed_person VALUES (new.person); END;
CREATE TRIGGER placement_changed AFTER UPDATE ON placement BEGIN
    INSERT INTO changed_person VALUES (old.person), (new.person); END;
CREATE TRIGGER placement_deleted AFTER DELETE ON placement BEGIN
    INSERT INTO changed_person VALUES (old.person); END;
CREATE TRIGGER absence_added AFTER INSERT ON absence BEGIN
    INSERT INTO changed_person VALUES (new.person); END;
CREATE TRIGGER absence_changed AFTER UPDATE ON absence BEGIN
    INSERT INTO changed_person VALUES (old.person), (new.person); END;
CREATE TRIGGER absence_deleted AFTER DELETE ON absence BEGIN
    INSERT INTO changed_person VALUES (old.person); END;

-- The return. The records are histories of many years: the option longitudinal is 1.

CREATE VIEW Header AS
SELECT id AS CHILD, CASE gender WHEN 'male' THEN 1 WHEN 'female' THEN 2 END AS SEX, born AS DOB,
    ethnicity AS ETHNIC
FROM person;

-- The days on which a period begins, or its legal status or placement changes: an episode begins on
-- each, and lasts until the next.
CREATE VIEW episode_day AS
SELECT person, id AS period, begins AS day FROM care_period
UNION
SELECT person, care_period.id, placement.begins FROM care_period JOIN placement USING (person)
WHERE placement.begins > care_period.begins
  AND (care_period.ends IS NULL OR placement.begins < care_period.ends)
UNION
SELECT person, care_period.id, legal_status.begins FROM care_period JOIN legal_status USING (person)
WHERE legal_status.begins > care_period.begins
  AND (care_period.ends IS NULL OR legal_status.begins < care_period.ends);

CREATE VIEW episode AS
SELECT person, period, day,
    (SELECT min(later.day) FROM episode_day AS later
     WHERE later.person = episode_day.person AND later.period = episode_day.period
       AND later.day > episode_day.day) AS next_day,
    (SELECT id FROM placement WHERE placement.person = episode_day.person AND begins <= day
     ORDER BY begins DESC LIMIT 1) AS placement,
    (SELECT id FROM legal_status WHERE legal_status.person = episode_day.person AND begins <= day
     ORDER BY begins DESC LIMIT 1) AS legal_status
FROM episode_day;

CREATE VIEW Episodes AS
SELECT person.id AS CHILD, episode.day AS DECOM,
    CASE WHEN episode.day = care_period.begins THEN 'S'
         WHEN placement.begins < episode.day THEN 'L'
         WHEN legal_status.begins < episode.day THEN 'P'
         ELSE 'B' END AS RNE,
    legal_status.status AS LS, placement.kind AS PLACE, placement.provider AS PLACE_PROVIDER,
    coalesce(episode.next_day, care_period.ends) AS DEC,
    CASE WHEN episode.next_day IS NULL THEN care_period.end_reason ELSE 'X1' END AS REC,
    person.home_postcode AS HOME_POST, placement.postcode AS PL_POST, placement.registration AS URN
FROM episode
JOIN person ON person.id = episode.person
JOIN care_period ON care_period.id = episode.period
LEFT JOIN placement ON placement.id = episode.placement
LEFT JOIN legal_status ON legal_status.id = episode.legal_status;

CREATE VIEW Missing AS
SELECT person AS CHILD, CASE whereabouts_known WHEN 0 THEN 'M' ELSE 'A' END AS MISSING,
    begins AS MIS_START, ends AS MIS_END
FROM absence;
