-- Six children, none of whom exists.
INSERT INTO person(id, born, gender, ethnicity, home_postcode) VALUES
    (1, '2010-05-14', 'female', 'WBRI', 'ZZ1 1AA'),
    (2, '2012-09-30', 'male', 'WBRI', 'ZZ1 1AB'),
    (3, '2006-01-20', 'male', 'WBRI', 'ZZ2 2BA'),
    (4, '2016-11-02', 'female', 'WBRI', 'ZZ3 3CA'),
    (5, '2008-07-08', 'male', 'WBRI', 'ZZ4 4DA'),
    (6, '2008-07-08', 'male', 'WBRI', 'ZZ4 4DA');

INSERT INTO care_period(person, begins) VALUES
    (1, '2019-06-03'), (2, '2020-02-10'), (3, '2022-05-16'),
    (4, '2022-09-12'), (5, '2021-01-18'), (6, '2021-01-18');

INSERT INTO legal_status(person, begins, status) VALUES
    (1, '2019-06-03', 'C2'), (2, '2020-02-10', 'C2'), (3, '2022-05-16', 'V2'),
    (4, '2022-09-12', 'C1'), (4, '2023-02-20', 'C2'),
    (5, '2021-01-18', 'V2'), (6, '2021-01-18', 'V2');

INSERT INTO placement(person, begins, kind, provider, postcode, registration) VALUES
    (1, '2019-06-03', 'U4', 'PR1', 'ZZ1 5EA', 'SC999001'),
    (2, '2020-02-10', 'U6', 'PR4', 'ZZ1 5EB', 'SC999002'),
    (2, '2022-06-01', 'U4', 'PR1', 'ZZ1 5EC', 'SC999001'),
    (3, '2022-05-16', 'K2', 'PR4', 'ZZ2 5ED', 'SC999003'),
    (3, '2022-11-07', 'H5', 'PR4', 'ZZ2 5EE', NULL),
    (4, '2022-09-12', 'U1', 'PR1', 'ZZ3 5EF', 'SC999001'),
    (5, '2021-01-18', 'U6', 'PR1', 'ZZ4 5EG', 'SC999001'),
    (5, '2022-07-04', 'K2', 'PR4', 'ZZ4 5EH', 'SC999003'),
    (5, '2022-12-12', 'U6', 'PR1', 'ZZ4 5EI', 'SC999001'),
    (6, '2021-01-18', 'U6', 'PR1', 'ZZ4 5EG', 'SC999001');

-- Nobody needs to be told of these: the figures begin with them.
DELETE FROM changed_person;
