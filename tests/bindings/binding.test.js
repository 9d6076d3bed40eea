// What the binding for Node promises.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import { ArgumentError, catalogue, IndicareError, OrderError, Session, version } from '../../examples/node/indicare.js';

const columns = ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE',
    'HOME_POST', 'PL_POST', 'URN'];

// Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a children's home. A, B and C
// started in the year, and B ceased.
const fourChildren = `${columns}
A,01/06/2022,S,C2,N1,U4,PR1,,,,,,
B,01/07/2022,S,C2,N1,U4,PR1,01/02/2023,E4A,,,,
C,15/01/2023,S,V2,N1,K2,PR4,,,,,,
D,01/05/2022,P,C2,N1,U4,PR1,,,,,,
`;

/** A test with a session, which is closed. */
function withSession(name, body) {
    test(name, async () => {
        const session = new Session();
        try {
            await body(session);
        } finally {
            session.close();
        }
    });
}

function compute(session, episodes = fourChildren) {
    session.readTable('episodes.csv', 2023, episodes);
    session.compute('2023-03-31');
}

const refused = (kind, status, words = '') => (error) =>
    error instanceof kind && error instanceof IndicareError && error.status === status && error.message.includes(words);

test('the catalogue tells what indicators are', () => {
    const fostered = catalogue().find(({ id }) => id === 'in_foster_care');
    assert.equal(fostered.unit, 'percent');
    assert.equal(fostered.polarity, 'high');
    assert.equal(fostered.family, 'Placements');
    assert.match(fostered.sentence, /foster carers/);
    assert.match(version(), /^\d+\.\d+\.\d+$/);
});

withSession('a return becomes figures', (session) => {
    session.givePopulation('', 2023, 30000);
    assert.equal(session.readTable('episodes.csv', 2023, fourChildren), 'Episodes');
    session.compute('2023-03-31');
    const count = session.figure(0, 'looked_after');
    assert.equal(count.available, true);
    assert.equal(count.numerator, 3);
    assert.equal(count.denominator, null);
    const share = session.figure(0, 'in_foster_care');
    assert.equal(share.numerator, 2);
    assert.equal(share.denominator, 3);
    assert.equal(share.exact, '200/3');
    assert.equal(share.printed, '67');
    assert.equal(session.figure(0, 'looked_after_rate').exact, '1');
    // D had one placement since 1 May, and an unknown number in April.
    const stability = session.figure(0, 'three_or_more_placements');
    assert.equal(stability.undetermined, 1);
    assert.deepEqual([stability.low, stability.high], ['0', '33']);
    const absent = session.figure(0, 'unaccompanied');
    assert.equal(absent.available, false);
    assert.equal(absent.printed, 'x');
    assert.match(absent.reason, /no UASC table/);
    assert.ok(session.resultsAsCsv().includes(',2023-03-31,in_foster_care,percent,2,3,0,67,,,\n'));
    const json = JSON.parse(session.resultsAsJson());
    assert.equal(json.length, 1);
});

withSession('figures have notes', (session) => {
    compute(session);
    assert.deepEqual(session.notes(0), []);
    session.compute('2023-03-30');
    assert.equal(session.notes(0).length, 1);
    assert.match(session.notes(0)[0], /does not end on 31 March/);
});

withSession('text goes through as UTF-8', (session) => {
    session.setOption('authority', 'Ynys Môn – 漢字 😀');
    session.readTable('blwyddyn/ŵyth.csv', 2023, `${columns}\nÉlan,31/02/2022,S,C2,N1,U4,PR1,,,,,,\n`);
    session.compute('2023-03-31');
    assert.deepEqual(session.authorities(), ['Ynys Môn – 漢字 😀']);
    const [finding] = session.findings();
    assert.equal(finding.file, 'blwyddyn/ŵyth.csv');
    assert.equal(finding.child, 'Élan');
});

withSession('findings tell what is wrong', (session) => {
    compute(session, `${columns}\nB,01/06/2022,S,C2,N1,U4,PR1,31/02/2023,E4A,,,,\n`);
    const errors = session.findings().filter(({ severity }) => severity === 'error');
    assert.equal(errors.length, 1);
    const [{ code, line, column, value, text }] = errors;
    assert.deepEqual({ code, line, column, value },
        { code: 'date_malformed', line: 2, column: 'DEC', value: '31/02/2023' });
    assert.ok(text.startsWith('episodes.csv:2: child B: DEC "31/02/2023"'));
    assert.equal(session.findingTotal('error'), 1);
    assert.equal(session.readTable('ages.csv', 2023, 'Name,Age\nA,7\n'), null);
});

withSession('text comes in pieces, as strings, bytes or a stream', async (session) => {
    compute(session);
    const whole = session.resultsAsCsv();
    for (const read of [
        (other) => other.readTable('episodes.csv', 2023, [...fourChildren].map((letter) => Buffer.from(letter))),
        (other) => other.readTable('episodes.csv', 2023, new TextEncoder().encode(fourChildren)),
        (other) => other.readStream('episodes.csv', 2023, Readable.from([...fourChildren])),
    ]) {
        const other = new Session();
        await read(other);
        other.compute('2023-03-31');
        assert.equal(other.resultsAsCsv(), whole);
        other.close();
    }
});

withSession('pieces that break off make no figures of half a return', (session) => {
    function* broken() {
        yield fourChildren.slice(0, 150);
        throw new RangeError('it broke off');
    }
    assert.throws(() => session.readTable('episodes.csv', 2023, broken()), RangeError);
    assert.throws(() => session.compute('2023-03-31'), refused(OrderError, 'WRONG_ORDER'));
});

withSession('errors say what was expected', (session) => {
    assert.throws(() => session.setOption('colour', 'red'), refused(ArgumentError, 'NOT_FOUND', 'colour'));
    assert.throws(() => session.setOption('leap_day_birthday', 'never'), refused(ArgumentError, 'INVALID_ARGUMENT'));
    assert.throws(() => session.compute('2023-03-31'), refused(OrderError, 'WRONG_ORDER'));
    assert.throws(() => session.compute('31/03/2023'), RangeError);
    assert.throws(() => session.givePostcodes('p.csv', 'a,b\n'), refused(ArgumentError, 'NOT_RECOGNISED'));
    assert.throws(() => session.readTable('e.csv', 1066, fourChildren), refused(ArgumentError, 'OUT_OF_RANGE'));
    assert.throws(() => session.figure(0, 'happiness'), refused(ArgumentError, 'NOT_FOUND', 'happiness'));
    session.close();
    session.close();
    assert.throws(() => session.compute('2023-03-31'), OrderError);
});

test('a session is disposable', () => {
    const session = new Session();
    session[Symbol.dispose]();
    assert.throws(() => session.authorities(), OrderError);
});
