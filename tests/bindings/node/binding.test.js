// What the binding for Node promises.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import {
    ArgumentError, catalogue, ConflictError, IndicareError, NotAvailableError, OrderError, Session, State, version,
} from '../../../examples/node/indicare.js';

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

/** A child in a foster placement since 1 June 2022, who left on a day, or is still looked after. */
const fostered = (child, left = null) =>
    [child, '01/06/2022', 'S', 'C2', 'N1', 'U4', 'PR1', left, left && 'E4A', null, null, null, null];

withSession('rows need no CSV, and null is blank', (session) => {
    const rows = [fostered('Élan'), fostered('Siân', '01/02/2023')];
    assert.equal(session.readRows('episodes', 2023, columns, rows), 'Episodes');
    session.compute('2023-03-31');
    assert.equal(session.figure(0, 'started').numerator, 2);
    assert.equal(session.figure(0, 'looked_after').numerator, 1);
    assert.deepEqual(session.findings(), []);
    assert.deepEqual(session.explain(0, 'in_foster_care').map(({ child }) => child), ['Élan']);
});

withSession('a value is not cut at a NUL', (session) => {
    session.readRows('episodes', 2023, columns, [fostered('A', '01/02/2023\0 or so')]);
    assert.equal(session.findings()[0].code, 'row_with_nul');
});

withSession('a return in XML is told from what is none', (session) => {
    assert.equal(session.readXml('return.xml', 2023, '<recipe><egg/></recipe>'), false);
    assert.ok(session.findingTotal('error') > 0);
});

withSession('one child is replaced, and the figures follow', (session) => {
    compute(session);
    session.replaceChild('', 'B', () => session.readRows('live', 2023, columns, [fostered('B')]));
    assert.equal(session.figure(0, 'looked_after').numerator, 4); // B has not ceased any more
    session.replaceChild('', 'B', () => {});
    assert.equal(session.figure(0, 'looked_after').numerator, 3);
    assert.equal(session.figure(0, 'started').numerator, 2); // A and C
    assert.throws(() => session.replaceChild('Westmere', 'B', () => {}), refused(ArgumentError, 'NOT_FOUND'));
    assert.throws(() => session.replaceChild('', 'B', () => {
        throw new RangeError('the record is locked');
    }), RangeError);
    assert.throws(() => session.compute('2023-03-31'), refused(OrderError, 'WRONG_ORDER')); // not of half a child
});

withSession('the children behind a figure', (session) => {
    compute(session);
    const explained = session.explain(0, 'in_foster_care');
    assert.deepEqual(explained.map(({ child, membership, amount }) => `${child} ${membership} ${amount}`).sort(),
        ['A numerator 1', 'C denominator 0', 'D numerator 1']);
    const [undetermined] = session.explain(0, 'three_or_more_placements')
        .filter(({ membership }) => membership === 'undetermined');
    assert.equal(undetermined.child, 'D');
    assert.notEqual(undetermined.reason, '');
    assert.notEqual(undetermined.decidedBy, '');
});

withSession('documents are read as a string, or written in pieces', (session) => {
    session.readTable('2022.csv', 2022, `${columns}\nD,01/06/2021,S,C2,N1,K2,PR4,,,,,,\n`);
    compute(session);
    assert.throws(() => session.document(), refused(OrderError, 'WRONG_ORDER'));
    session.makeExplanation(0, 'in_foster_care', '90', 'text');
    const explanation = session.document();
    assert.match(explanation, /67%/);
    assert.match(explanation, /90%/);
    assert.throws(() => session.makeExplanation(0, 'in_foster_care', '', 'paper'),
        refused(ArgumentError, 'INVALID_ARGUMENT', 'paper'));
    assert.equal(session.document(), explanation);
    session.makeMovement(0, 'in_foster_care', '2022-03-31', 'csv');
    assert.match(session.document(), /^A,|,A,/m);
    assert.throws(() => session.makeMovement(0, 'in_foster_care', '2024-03-31', 'csv'),
        refused(ArgumentError, 'OUT_OF_RANGE'));
    session.makeLife(0, 'B', 'text');
    assert.match(session.document(), /\bB\b/);
    assert.throws(() => session.makeLife(0, 'Nobody', 'text'), refused(ArgumentError, 'NOT_FOUND'));
    const pieces = [];
    session.writeDocument((piece) => pieces.push(piece));
    assert.equal(Buffer.concat(pieces).toString(), session.document());
    assert.throws(() => session.writeDocument(() => {
        throw new RangeError('the disk is full');
    }), /the disk is full/);
});

withSession('a check of the returns', (session) => {
    assert.throws(() => session.makeCheck('2023-03-31', 'text'), refused(OrderError, 'WRONG_ORDER'));
    session.setOption('checks', '1');
    session.readTable('episodes.csv', 2023, fourChildren);
    session.makeCheck('2023-03-31', 'json');
    assert.equal(typeof JSON.parse(session.document()), 'object');
});

withSession('figures stand beside those that were published', (session) => {
    session.useBundledBenchmarks();
    compute(session);
    session.compare('Derby', 2023);
    const england = session.benchmarks('in_foster_care').find(({ kind }) => kind === 'england');
    // DfE published 68% for England; 2 of 3 is less, but 3 children are few.
    assert.deepEqual(england, { kind: 'england', year: 2023, name: 'England', printed: '68', answer: 'worse',
        significance: 'similar' });
    session.makeComparison('831', 2023, 'text');
    assert.match(session.document(), /Derby/);
    session.makeReport('831', 2023, 5, 'html');
    const lengths = [];
    session.writeDocument((piece) => lengths.push(piece.length));
    assert.ok(lengths.length > 1);
    assert.equal(lengths.reduce((sum, length) => sum + length), Buffer.byteLength(session.document()));
    assert.throws(() => session.compare('Atlantis', 2023), refused(ArgumentError, 'NOT_FOUND'));
});

withSession('limits, and what is more than chance', (session) => {
    compute(session);
    // Wilson's limits of 2 in 3.
    assert.deepEqual(session.limits(0, 'in_foster_care'), { low: '20.8', high: '93.9' });
    assert.deepEqual(session.limits(0, 'in_foster_care', '99.8'), { low: '11.0', high: '97.0' });
    assert.equal(session.significance(0, 'in_foster_care', '50'), 'similar');
    assert.equal(session.significance(0, 'in_foster_care', '15'), 'better');
    assert.equal(session.significance(0, 'in_foster_care', '10'), 'much better');
    assert.throws(() => session.limits(0, 'in_foster_care', 'high'), refused(ArgumentError, 'INVALID_ARGUMENT'));
});

// 620 are 104 in 10,000 of 59,331 to 59,903, and 225 are 35 of 63,381 to 65,217.
const claims = 'stock = 620\nstock per 10000 population = 104\nstarted = 225\nstarted per 10000 population = 35\n';

withSession('whether all claims can be true', (session) => {
    assert.throws(() => session.makeAudit('half_up', 'text'), refused(OrderError, 'WRONG_ORDER'));
    session.giveClaims('report.claims', claims);
    assert.equal(session.makeAudit('half_up', 'text'), 'impossible');
    assert.match(session.document(), /Impossible/);
    session.forgetClaims();
    session.giveClaims('report.claims', 'stock = 620\n');
    assert.equal(session.makeAudit('any', 'json'), 'possible');
});

withSession('an audit asks whether to go on', (session) => {
    // The sum would be even and odd, which is not found by bounding each number.
    session.giveClaims('report.claims', 'a + b + c = 2 d\na + b + c = 2 e + 1\n');
    let asked = 0;
    session.setPatience(() => ++asked < 0);
    assert.equal(session.makeAudit('half_up', 'text'), 'undecided');
    assert.ok(asked > 0);
    session.setPatience(() => {
        throw new RangeError('nobody is here');
    });
    assert.equal(session.makeAudit('half_up', 'text'), 'undecided');
    session.setPatience(null);
    session.forgetClaims();
    session.giveClaims('report.claims', claims);
    assert.equal(session.makeAudit('half_up', 'text'), 'impossible');
});

withSession('small numbers are hidden, and cannot be recovered', (session) => {
    compute(session);
    const scorecard = session.resultsAsCsv();
    assert.equal(session.makeDisclosure('scorecard.csv', scorecard, 5, 2, 'csv'), 'possible');
    const safe = session.document();
    assert.ok(scorecard.includes(',in_foster_care,percent,2,3,'));
    assert.ok(!safe.includes(',in_foster_care,percent,2,3,'));
    assert.equal(session.makeRecovery('scorecard.csv', safe, 2, 'text'), 'possible');
    assert.throws(() => session.makeDisclosure('scorecard.csv', scorecard, 0, 2, 'csv'),
        refused(ArgumentError, 'OUT_OF_RANGE'));
});

/** The state of the four children of an authority, as bytes. */
function counted(authority) {
    const session = new Session();
    session.setOption('authority', authority);
    compute(session);
    const state = session.takeState();
    const bytes = state.toBytes();
    state.close();
    session.close();
    return bytes;
}

withSession('states travel as bytes, and merge', (session) => {
    const [both, other] = [State.fromBytes(counted('Eastmere')), State.fromBytes(counted('Westmere'))];
    both.merge(other);
    session.computeState(both);
    assert.deepEqual(session.authorities(), ['Eastmere', 'Westmere']);
    assert.equal(session.figure(1, 'looked_after').numerator, 3);
    assert.throws(() => session.explain(1, 'looked_after'), refused(NotAvailableError, 'NOT_AVAILABLE'));
    assert.throws(() => both.merge(other), refused(ConflictError, 'CONFLICT'));
    both.subtract(other);
    session.computeState(both);
    assert.deepEqual(session.authorities(), ['Eastmere']);
    const marked = both.toBytes().length;
    both.forgetChildren();
    assert.ok(both.toBytes().length < marked);
    assert.throws(() => State.fromBytes(counted('Eastmere').subarray(1)), refused(ArgumentError, 'NOT_RECOGNISED'));
    both.close();
    other.close();
    assert.throws(() => both.toBytes(), OrderError);
});

test('a session is disposable', () => {
    const session = new Session();
    session[Symbol.dispose]();
    assert.throws(() => session.authorities(), OrderError);
});
