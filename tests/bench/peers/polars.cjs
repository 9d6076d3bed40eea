// node polars.cjs FOLDER FIRST_YEAR LAST_YEAR OUTPUT
// The counts of tests/bench/counts.py in polars. Days are numbers; a blank one is `still`.
const { createRequire } = require('node:module');

// The packages lie beside the build, not beside this file: tests/bench/run says where.
const pl = createRequire(`${process.env.INDICARE_BENCH_NPM ?? __dirname}/`)('nodejs-polars');
const { col, lit, when } = pl;

const [folder, firstText, lastText, output] = process.argv.slice(2);
const years = [];
for (let year = Number(firstText); year <= Number(lastText); ++year) years.push(year);

const still = 99999;
const dayNumber = (year, month, day) => Date.UTC(year, month - 1, day) / 86400000;
const firstDay = (year) => dayNumber(year - 1, 4, 1);
const lastDay = (year) => dayNumber(year, 3, 31);

const scan = (table, columns) =>
    pl.scanCSV(`${folder}/${table}.csv`, { inferSchemaLength: 0 }).select(...columns);
const dayOf = (name) =>
    col(name).str.strptime(pl.Date, '%d/%m/%Y').cast(pl.Int32).fillNull(lit(still)).alias(name);
const reportingYear = (name) =>
    col(name).str.slice(6, 4).cast(pl.Int32)
        .add(col(name).str.slice(3, 2).cast(pl.Int32).gt(lit(3)).cast(pl.Int32));
const letter = (expression) => expression.str.slice(0, 1);
const yearOf = (name) => col(name).cast(pl.Int32).alias('year');
const is = (name, text) => col(name).eq(lit(text)).fillNull(lit(false));
const all = (...conditions) =>
    conditions.reduce((both, each) => both.and(each)).fillNull(lit(false));
const total = (expression) => expression.cast(pl.Int64).sum();
const carried = (condition, value) =>
    when(condition).then(value).otherwise(lit(null)).forwardFill();

// Episodes of care with what stands before them, whether the child moves to another carer, and
// since when (what long-term stability asks: before the 2021 release, and since). A period of care
// begins with RNE S and never away, so what stands before never is another child's.
function episodesOfCare() {
    const columns = ['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC',
        'PL_POST', 'URN'];
    const before = when(col('afterAway')).then(col('PLACE').shift(2))
        .otherwise(col('PLACE').shift(1)).fillNull(lit(''));
    return scan('episodes', columns)
        .filter(col('LS').isIn(['V3', 'V4']).not())
        .withColumns(dayOf('DECOM'), dayOf('DEC'), col('REC').fillNull(lit('')),
            col('PLACE_PROVIDER').fillNull(lit('')),
            pl.concatString([col('PLACE_PROVIDER').fillNull(lit('')), col('PL_POST'),
                col('URN').fillNull(lit(''))], ' ').alias('carer'),
            letter(col('PLACE')).eq(lit('T')).alias('away'), is('RNE', 'S').alias('begins'))
        .drop('LS', 'PL_POST', 'URN')
        .sort(['CHILD', 'DECOM'])
        .withColumns(col('away').shift(1).fillNull(lit(false)).alias('afterAway'))
        .withColumns(before.alias('before'))
        .withColumns(when(col('afterAway'))
            .then(col('PLACE').neq(col('before'))
                .or(col('carer').neq(col('carer').shift(2).fillNull(lit('')))))
            .otherwise(col('RNE').isIn(['P', 'B'])).alias('told'))
        .withColumns(col('begins').or(col('away').not()
            .and(col('PLACE').isIn(['A3', 'A5']).not()).and(col('told'))).alias('moves'))
        .withColumns(col('moves').or(col('PLACE').isIn(['U2', 'U5'])
            .and(col('PLACE').neq(col('before')))).alias('settles'),
            letter(col('PLACE')).eq(lit('A')).and(col('begins').not()).alias('adoptive'))
        .withColumns(col('moves').cast(pl.Int64).cumSum().alias('run'),
            carried(col('begins'), col('DECOM')).alias('periodStart'),
            carried(col('moves'), col('DECOM')).alias('movedOn'),
            carried(col('settles'), col('DECOM')).alias('settledOn'))
        .withColumns(
            carried(col('moves'), when(col('adoptive')).then(col('movedOn').shift(1))
                .otherwise(col('DECOM'))).alias('sinceBefore2021'),
            carried(col('settles'), when(col('adoptive')).then(col('settledOn').shift(1))
                .otherwise(col('DECOM'))).alias('since2021'),
            when(col('away')).then(col('PLACE').shift(1)).otherwise(col('PLACE')).alias('place'),
            when(col('away')).then(col('PLACE_PROVIDER').shift(1))
                .otherwise(col('PLACE_PROVIDER')).alias('provider'),
            col('REC').isIn(['X1', '']).not().alias('leaves'))
        .select('CHILD', 'DECOM', 'DEC', 'REC', 'begins', 'leaves', 'away', 'run', 'periodStart',
            'sinceBefore2021', 'since2021', 'place', 'provider')
        .collectSync();
}

// One row a child in care in the year.
function childYearsOf(care, year) {
    const first = lit(firstDay(year));
    const last = lit(lastDay(year));
    const open = col('open');
    const there = col('away').not().and(col('DEC').gt(first));
    return care.lazy().filter(col('DECOM').ltEq(last).and(col('DEC').gtEq(first)))
        .withColumns(col('DEC').gt(last).alias('open'),
            col('leaves').and(col('DEC').ltEq(last)).alias('left'),
            col('DEC').sub(col('periodStart')).alias('days'))
        .groupBy('CHILD')
        .agg(open.any().alias('here'),
            col('periodStart').filter(open).first().alias('periodStart'),
            col(year >= 2021 ? 'since2021' : 'sinceBefore2021').filter(open).first()
                .alias('since'),
            col('place').filter(open).first().alias('place'),
            col('provider').filter(open).first().alias('provider'),
            col('begins').and(col('DECOM').gtEq(first)).any().alias('started'),
            col('left').any().alias('ceased'),
            col('REC').filter(col('left')).last().alias('reason'),
            col('days').filter(col('left')).last().alias('daysInCare'),
            col('run').filter(there).max().sub(col('run').filter(there).min()).add(lit(1))
                .alias('placements'))
        .withColumns(lit(year).cast(pl.Int32).alias('year'), first.cast(pl.Int32).alias('first'),
            col('periodStart').ltEq(first).alias('allYear'),
            col('periodStart').ltEq(lit(dayNumber(year - 3, 9, 30))).alias('old'),
            col('since').ltEq(lit(lastDay(year - 2))).alias('settled'))
        .collectSync();
}

// Each row once for every year from that of `begin` to that of `end`.
function overYears(rows, begin, end, touching) {
    const read = rows.collectSync();
    return pl.concat(years.map((year) => read
        .filter(col(begin).ltEq(lit(lastDay(year))).and(
            touching ? col(end).gtEq(lit(firstDay(year))) : col(end).gt(lit(firstDay(year)))))
        .withColumns(lit(year).cast(pl.Int32).alias('year')))).lazy();
}

// What the tables beside Episodes say of a child.
function tablesOfChild() {
    return [
        scan('header', ['CHILD', 'LA', 'SEX', 'MOTHER', 'DOB'])
            .withColumns(reportingYear('DOB').alias('born'), col('LA').cast(pl.Int32)).drop('DOB'),
        scan('uasc', ['CHILD', 'DUC']).withColumns(dayOf('DUC')),
        scan('ad1', ['CHILD', 'DATE_INT', 'DATE_MATCH'])
            .withColumns(dayOf('DATE_INT'), dayOf('DATE_MATCH'))
            .select(col('CHILD'), col('DATE_MATCH').sub(col('DATE_INT')).alias('daysToMatch')),
    ];
}

// What they say of a child in a year.
function tablesOfYear() {
    const missing = scan('missing', ['CHILD', 'MISSING', 'MIS_START', 'MIS_END'])
        .filter(is('MISSING', 'M')).withColumns(dayOf('MIS_START'), dayOf('MIS_END'));
    const workers = scan('sw_episodes', ['CHILD', 'SW_ID', 'SW_DECOM', 'SW_DEC'])
        .withColumns(dayOf('SW_DECOM'), dayOf('SW_DEC'));
    return [
        scan('oc2', ['CHILD', 'SDQ_SCORE', 'CONVICTED', 'IMMUNISATIONS', 'TEETH_CHECK',
            'HEALTH_ASSESSMENT', 'YEAR'])
            .withColumns(yearOf('YEAR'), col('SDQ_SCORE').cast(pl.Int64)).drop('YEAR'),
        overYears(missing, 'MIS_START', 'MIS_END', true).groupBy(['CHILD', 'year'])
            .agg(pl.len().cast(pl.Int64).alias('incidents')),
        scan('reviews', ['CHILD', 'REVIEW'])
            .select(col('CHILD'), reportingYear('REVIEW').cast(pl.Int32).alias('year'))
            .unique({ subset: ['CHILD', 'year'] }).withColumns(lit(true).alias('reviewed')),
        overYears(workers, 'SW_DECOM', 'SW_DEC', false).groupBy(['CHILD', 'year'])
            .agg(col('SW_ID').nUnique().alias('workers')),
    ];
}

function countsOf(told) {
    const here = col('here');
    const age = col('age');
    const place = col('place');
    const foster = letter(place).eq(lit('U'));
    const cohort = all(here, col('allYear'), col('IMMUNISATIONS').isNotNull());
    const adopted = col('reason').isIn(['E11', 'E12']).fillNull(lit(false));
    const aged = (from, to) => age.gtEq(lit(from)).and(age.ltEq(lit(to)));
    const scored = all(cohort, col('SDQ_SCORE').isNotNull(), aged(5, 16));
    const longTerm = all(here, col('old'), age.lt(lit(16)));
    const reasonIn = (...codes) => col('reason').isIn(codes).fillNull(lit(false));
    const placeIn = (...codes) => place.isIn(codes).fillNull(lit(false));
    const placeOf = (code) => letter(place).eq(lit(code)).fillNull(lit(false));
    const sumOf = (condition, value) => when(condition).then(value).otherwise(lit(0));
    const counts = {
        looked_after: here, started: col('started'), ceased: col('ceased'), adopted,
        special_guardianship: reasonIn('E43', 'E44', 'E45', 'E46', 'E47', 'E48'),
        returned_home: reasonIn('E4A', 'E4B'), days_in_care: col('daysInCare').fillNull(lit(0)),
        days_decision_to_match: sumOf(adopted, col('daysToMatch')),
        looked_after_in_year: col('CHILD').isNotNull(),
        unaccompanied: all(here, col('DUC').gtEq(col('first'))),
        in_foster_care: placeOf('U'), placed_for_adoption: placeOf('A'),
        placed_with_parents: placeIn('P1'), in_secure_or_childrens_home: placeIn('K1', 'K2'),
        in_supported_accommodation: placeIn('H5', 'P2', 'K3'),
        in_other_residential: placeOf('R').or(placeIn('P3')), in_residential_school: placeIn('S1'),
        in_other_placement: placeOf('Z'),
        independent_fostering: all(foster, col('provider').isIn(['PR4', 'PR5'])),
        three_or_more_placements: all(here, col('placements').gtEq(lit(3))),
        long_term: longTerm, long_term_stability: all(longTerm, col('settled')),
        three_or_more_social_workers: all(here, col('workers').gtEq(lit(3))),
        twelve_months: cohort, immunisations: all(cohort, is('IMMUNISATIONS', '1')),
        dental_check: all(cohort, is('TEETH_CHECK', '1')),
        health_assessment: all(cohort, is('HEALTH_ASSESSMENT', '1')),
        convicted: all(cohort, is('CONVICTED', '1'), aged(10, 17)),
        scored, score: sumOf(scored, col('SDQ_SCORE')),
        missing_children: col('incidents').isNotNull(),
        missing_incidents: col('incidents').fillNull(lit(0)),
        mothers: all(here, is('SEX', '2'), age.gtEq(lit(12)), is('MOTHER', '1')),
        reviewed: all(here, col('reviewed')), male: all(here, is('SEX', '1')),
        under_16: all(here, age.lt(lit(16))),
    };
    return told.groupBy(['year', 'LA'])
        .agg(...Object.entries(counts).map(([name, each]) => total(each).alias(name)));
}

function leavers() {
    const known = letter(col('ACCOM')).isIn(['G', 'H', 'R']).not();
    const age = col('year').sub(col('born'));
    return scan('oc3', ['LA', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM', 'YEAR'])
        .withColumns(yearOf('YEAR'), reportingYear('DOB').alias('born'), col('LA').cast(pl.Int32))
        .filter(age.gtEq(lit(19)).and(age.ltEq(lit(21)))
            .and(col('IN_TOUCH').isIn(['DIED', 'RHOM']).not()))
        .groupBy(['year', 'LA'])
        .agg(pl.len().cast(pl.Int64).alias('leavers'),
            total(is('IN_TOUCH', 'YES')).alias('leavers_in_touch'),
            total(letter(col('ACTIV')).isIn(['F', 'P'])).alias('leavers_in_education_or_work'),
            total(known).alias('leavers_living_where_known'),
            total(known.and(col('ACCOM').str.slice(1, 1).eq(lit('1'))))
                .alias('leavers_in_suitable_accommodation'));
}

function main() {
    const care = episodesOfCare();
    let told = pl.concat(years.map((year) => childYearsOf(care, year))).lazy();
    for (const table of tablesOfChild()) told = told.join(table, { on: 'CHILD', how: 'left' });
    for (const table of tablesOfYear())
        told = told.join(table, { on: ['CHILD', 'year'], how: 'left' });
    told = told.withColumns(col('year').sub(col('born')).alias('age'));
    const joined = countsOf(told).join(leavers(), { on: ['year', 'LA'], how: 'left' })
        .collectSync();
    const names = joined.columns.filter((name) => name !== 'year' && name !== 'LA');
    const form = [col('year').cast(pl.Int32), col('LA').alias('authority'),
        ...names.map((name) => col(name).fillNull(lit(0)).cast(pl.Int64))];
    const counts = joined.select(...form);
    const england = joined.groupBy('year').agg(...names.map((name) => col(name).sum()))
        .withColumns(lit(0).cast(pl.Int32).alias('LA')).select(...form);
    pl.concat([england, counts]).sort(['year', 'authority']).writeCSV(output);
}

main();
