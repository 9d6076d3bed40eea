-- Child 7 starts to be looked after
BEGIN;
INSERT INTO person(id, born, gender, ethnicity, home_postcode)
VALUES (7, '2020-08-25', 'female', 'WBRI', 'ZZ5 5EA');
INSERT INTO care_period(person, begins) VALUES (7, '2023-03-06');
INSERT INTO legal_status(person, begins, status) VALUES (7, '2023-03-06', 'E1');
INSERT INTO placement(person, begins, kind, provider, postcode, registration)
VALUES (7, '2023-03-06', 'U6', 'PR1', 'ZZ5 5EJ', 'SC999001');
COMMIT;

-- Child 3 moves
INSERT INTO placement(person, begins, kind, provider, postcode, registration)
VALUES (3, '2023-03-13', 'K2', 'PR4', 'ZZ2 5ED', 'SC999003');

-- Child 4 is missing for two days
INSERT INTO absence(person, begins, ends, whereabouts_known) VALUES (4, '2023-03-14', '2023-03-16', 0);

-- Child 2 returns home
UPDATE care_period SET ends = '2023-03-20', end_reason = 'E4A' WHERE person = 2;

-- Child 3 has been in supported accommodation from the first day: the home in May was an error
BEGIN;
DELETE FROM placement WHERE person = 3 AND begins = '2022-11-07';
UPDATE placement SET kind = 'H5', postcode = 'ZZ2 5EE', registration = NULL
WHERE person = 3 AND begins = '2022-05-16';
COMMIT;

-- Child 6 is child 5, who was entered twice
DELETE FROM person WHERE id = 6;
