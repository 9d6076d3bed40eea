// indicare for Node: every function of indicare.h that a JavaScript program needs, over koffi alone.
//
//     const session = new Session();
//     session.readTable('episodes.csv', 2023, readFileSync('episodes.csv'));
//     session.compute('2023-03-31');
//     console.log(session.figure(0, 'looked_after').printed);
//     session.close();
//
// Text that goes in is a string, or bytes of UTF-8 as they stand in the file; what comes out is decoded
// leniently, since a return may hold anything. A date is '2023-03-31'. Indicators are named by their ids,
// authorities by their place in session.authorities(). A session or a state belongs to the thread (the
// Worker) that made it; different ones may be used at the same time. Calls block, as a computation does.
// What indicare.h says of a function holds here too.

import koffi from 'koffi';

/** The names of statuses, in the order of their numbers. */
const STATUSES = ['OK', 'BUFFER_TOO_SMALL', 'INVALID_ARGUMENT', 'OUT_OF_RANGE', 'NOT_FOUND', 'WRONG_ORDER',
    'NOT_RECOGNISED', 'NOT_AVAILABLE', 'OUT_OF_MEMORY', 'INTERNAL', 'CANCELLED', 'CONFLICT'];
const SEVERITIES = ['note', 'warning', 'error'];
const MEMBERSHIPS = ['outside', 'denominator', 'numerator', 'undetermined'];
const VERDICTS = ['possible', 'impossible', 'undecided'];

/** A call that failed: `status` names what became of it, the message is the library's sentence about it. */
export class IndicareError extends Error {
    constructor(status, sentence) {
        super(sentence);
        this.name = new.target.name;
        this.status = status;
    }
}

/** What was given is not what is expected: a value, a number beyond its bounds, a name that nothing has. */
export class ArgumentError extends IndicareError {}
/** The call has its time, and it is not now. */
export class OrderError extends IndicareError {}
/** There is no such figure or document. */
export class NotAvailableError extends IndicareError {}
/** Partial states that do not go together. */
export class ConflictError extends IndicareError {}
/** The session or state can only be closed. */
export class FatalError extends IndicareError {}

const ERRORS = {
    INVALID_ARGUMENT: ArgumentError, OUT_OF_RANGE: ArgumentError, NOT_FOUND: ArgumentError,
    NOT_RECOGNISED: ArgumentError, WRONG_ORDER: OrderError, NOT_AVAILABLE: NotAvailableError,
    CONFLICT: ConflictError, OUT_OF_MEMORY: FatalError, INTERNAL: FatalError,
};

// ---- The functions of indicare.h, without their prefix: what they return, and what they take

const S = koffi.pointer('indicare_session', koffi.opaque());
const STATE = koffi.pointer('indicare_state', koffi.opaque());
const WRITER = koffi.pointer(koffi.proto('int32_t indicare_writer(void *context, const void *bytes, size_t length)'));
const PATIENCE = koffi.pointer(koffi.proto('int32_t indicare_patience(void *context)'));
const out = (type) => koffi.out(koffi.pointer(type));
const TEXT = ['const uint8_t *', 'size_t'];
const OUT = [out('uint8_t'), 'size_t', out('size_t')];
const ROW = ['const char **', 'size_t *', 'int64_t'];
const [INT, LONG, INT_OUT, LONG_OUT, CONSTANT] = ['int32_t', 'int64_t', out('int32_t'), out('int64_t'), out('str')];
const FIGURE = [S, LONG, LONG];

const FUNCTIONS = {
    version_text: ['str', []],
    indicator_count: [LONG, []],
    find_indicator: [LONG, [...TEXT]],
    indicator_id: ['str', [LONG]],
    indicator_title: ['str', [LONG]],
    indicator_family: ['str', [LONG]],
    indicator_unit: ['str', [LONG]],
    indicator_polarity: ['str', [LONG]],
    indicator_sentence: ['str', [LONG]],
    indicator_source: ['str', [LONG]],
    create: [INT, [out(S)]],
    destroy: ['void', [S]],
    error_text: [INT, [S, ...OUT]],
    set_option: [INT, [S, ...TEXT, ...TEXT]],
    give_postcodes: [INT, [S, ...TEXT, ...TEXT]],
    give_populations: [INT, [S, ...TEXT, ...TEXT]],
    give_population: [INT, [S, ...TEXT, INT, LONG]],
    begin_table: [INT, [S, ...TEXT, INT]],
    feed: [INT, [S, ...TEXT]],
    end_table: [INT, [S, CONSTANT]],
    begin_rows: [INT, [S, ...TEXT, INT, ...ROW]],
    add_row: [INT, [S, ...ROW]],
    begin_xml: [INT, [S, ...TEXT, INT]],
    end_xml: [INT, [S, INT_OUT]],
    compute: [INT, [S, INT]],
    authority_count: [INT, [S, LONG_OUT]],
    authority_name: [INT, [S, LONG, ...OUT]],
    figure_is_available: [INT, [...FIGURE, INT_OUT]],
    figure_reason: [INT, [...FIGURE, ...OUT]],
    figure_numbers: [INT, [...FIGURE, LONG_OUT, INT_OUT, LONG_OUT, LONG_OUT]],
    figure_exact: [INT, [...FIGURE, ...OUT]],
    figure_printed: [INT, [...FIGURE, ...OUT]],
    figure_low: [INT, [...FIGURE, ...OUT]],
    figure_high: [INT, [...FIGURE, ...OUT]],
    figure_limit_low: [INT, [...FIGURE, ...TEXT, ...OUT]],
    figure_limit_high: [INT, [...FIGURE, ...TEXT, ...OUT]],
    figure_significance: [INT, [...FIGURE, ...TEXT, CONSTANT]],
    note_count: [INT, [S, LONG, LONG_OUT]],
    note: [INT, [S, LONG, LONG, ...OUT]],
    results_as_csv: [INT, [S, ...OUT]],
    results_as_json: [INT, [S, ...OUT]],
    finding_total: [INT, [S, INT, LONG_OUT]],
    finding_count: [INT, [S, LONG_OUT]],
    finding: [INT, [S, LONG, CONSTANT, INT_OUT, LONG_OUT]],
    finding_file: [INT, [S, LONG, ...OUT]],
    finding_column: [INT, [S, LONG, ...OUT]],
    finding_value: [INT, [S, LONG, ...OUT]],
    finding_child: [INT, [S, LONG, ...OUT]],
    finding_message: [INT, [S, LONG, ...OUT]],
    finding_as_text: [INT, [S, LONG, ...OUT]],
    explain: [INT, [...FIGURE]],
    explained_count: [INT, [S, LONG_OUT]],
    explained: [INT, [S, LONG, INT_OUT, LONG_OUT]],
    explained_child: [INT, [S, LONG, ...OUT]],
    explained_reason: [INT, [S, LONG, ...OUT]],
    explained_decided_by: [INT, [S, LONG, ...OUT]],
    document: [INT, [S, ...OUT]],
    write_document: [INT, [S, WRITER, 'void *']],
    set_patience: [INT, [S, PATIENCE, 'void *']],
    make_explanation: [INT, [...FIGURE, ...TEXT, ...TEXT]],
    make_movement: [INT, [...FIGURE, INT, ...TEXT]],
    make_life: [INT, [S, LONG, ...TEXT, ...TEXT]],
    make_check: [INT, [S, INT, ...TEXT]],
    use_bundled_benchmarks: [INT, [S]],
    give_benchmarks: [INT, [S, ...TEXT, ...TEXT]],
    compare: [INT, [S, ...TEXT, INT]],
    benchmark_count: [INT, [S, LONG, LONG_OUT]],
    benchmark: [INT, [S, LONG, LONG, CONSTANT, INT_OUT, CONSTANT, CONSTANT]],
    benchmark_name: [INT, [S, LONG, LONG, ...OUT]],
    benchmark_printed: [INT, [S, LONG, LONG, ...OUT]],
    make_comparison: [INT, [S, ...TEXT, INT, ...TEXT]],
    make_report: [INT, [S, ...TEXT, INT, INT, ...TEXT]],
    give_claims: [INT, [S, ...TEXT, ...TEXT]],
    forget_claims: [INT, [S]],
    make_audit: [INT, [S, ...TEXT, ...TEXT, INT_OUT]],
    make_disclosure: [INT, [S, ...TEXT, ...TEXT, LONG, LONG, ...TEXT, INT_OUT]],
    make_recovery: [INT, [S, ...TEXT, ...TEXT, LONG, ...TEXT, INT_OUT]],
    begin_child: [INT, [S, ...TEXT, ...TEXT]],
    end_child: [INT, [S]],
    create_state: [INT, [out(STATE)]],
    destroy_state: ['void', [STATE]],
    state_error_text: [INT, [STATE, ...OUT]],
    take_state: [INT, [S, STATE]],
    compute_state: [INT, [S, STATE]],
    merge_state: [INT, [STATE, STATE]],
    subtract_state: [INT, [STATE, STATE]],
    forget_children: [INT, [STATE]],
    state_bytes: [INT, [STATE, ...OUT]],
    read_state: [INT, [STATE, ...TEXT]],
};

const FILES = { darwin: 'libindicare.dylib', win32: 'indicare.dll' };
const library = koffi.load(FILES[process.platform] ?? 'libindicare.so', { lazy: true });

/** Each function, looked for when it is first used. */
const native = new Proxy({}, {
    get(found, name) {
        return found[name] ??= library.func(`indicare_${name}`, ...FUNCTIONS[name]);
    },
});

// ---- What all calls share

const bytesOf = (text) => (typeof text === 'string' ? Buffer.from(text) : text);

/** A text that goes in, as two arguments. */
function text(given) {
    const bytes = bytesOf(given);
    return [bytes, bytes.byteLength];
}

/** The values of a row, as three. */
const row = (values) => [values, values.map((value) => Buffer.byteLength(value ?? '')), values.length];

function dateNumber(day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
        throw new RangeError(`expected a date as '2023-03-31', not '${day}'`);
    return Number(day.replaceAll('-', ''));
}

function find(indicator) {
    const index = native.find_indicator(...text(indicator));
    if (index < 0)
        throw new ArgumentError('NOT_FOUND', `indicator: expected the id of an indicator, not "${indicator}"`);
    return index;
}

const list = (count, at) => Array.from({ length: count }, (_, i) => at(i));

/** What a session and a state have in common: a handle of the library's, and how it is used. */
class Handle {
    #handle;
    #destroy;
    #errorText;

    constructor(create, destroy, errorText) {
        [this.#destroy, this.#errorText] = [destroy, errorText];
        const made = [null];
        const status = native[create](made);
        if (status !== 0)
            throw new FatalError(STATUSES[status], 'it could not be made');
        this.#handle = made[0];
    }

    /** Frees all that it holds. It can be closed twice, but not used. */
    close() {
        if (this.#handle !== null)
            native[this.#destroy](this.#handle);
        this.#handle = null;
    }

    get handle() {
        if (this.#handle === null)
            throw new OrderError('WRONG_ORDER', 'it is closed');
        return this.#handle;
    }

    call(name, ...given) {
        this.expectOk(native[name](this.handle, ...given));
    }

    expectOk(status) {
        if (status === 0)
            return;
        const name = STATUSES[status];
        throw new (ERRORS[name] ?? IndicareError)(name, this.text(this.#errorText));
    }

    /** What a function writes into a buffer; most texts fit into the first. */
    bytes(name, ...given) {
        const length = [0];
        let buffer = Buffer.alloc(1024);
        let status = native[name](this.handle, ...given, buffer, buffer.length, length);
        if (STATUSES[status] === 'BUFFER_TOO_SMALL') {
            buffer = Buffer.alloc(Number(length[0]) + 1);
            status = native[name](this.handle, ...given, buffer, buffer.length, length);
        }
        this.expectOk(status);
        return buffer.subarray(0, Number(length[0]));
    }

    text(name, ...given) {
        return this.bytes(name, ...given).toString();
    }

    /** What a function sets behind its last pointer. */
    set(name, ...given) {
        const place = [null];
        this.call(name, ...given, place);
        return place[0];
    }
}

// ---- What the library offers

/** The version of the library that is loaded, as '0.1.0'. */
export const version = () => native.version_text();

/** All indicators, in the order in which reports show them; the properties are those of indicare.h. */
export function catalogue() {
    return list(native.indicator_count(), (i) => ({
        id: native.indicator_id(i),
        title: native.indicator_title(i),
        family: native.indicator_family(i),
        unit: native.indicator_unit(i),
        polarity: native.indicator_polarity(i),
        sentence: native.indicator_sentence(i),
        source: native.indicator_source(i),
    }));
}

/**
 * The returns of one authority or of many, and what was computed from them. Pieces that throw, or the giving of
 * replaceChild that does, leave their table or child open, and the session then refuses to compute: no figure is made
 * of half a return.
 */
export class Session {
    #work = new Handle('create', 'destroy', 'error_text');
    #patience = null;

    /** Frees all that the session holds. It can be closed twice, but not used. */
    close() {
        this.#work.close();
        this.#forgetPatience();
    }

    [Symbol.dispose]() {
        this.close();
    }

    // ---- What is given

    /** Sets an option or a policy: indicare_set_option lists them. */
    setOption(name, value) {
        this.#work.call('set_option', ...text(name), ...text(value));
    }

    /** Gives a list of postcodes, before any table. */
    givePostcodes(file, csv) {
        this.#work.call('give_postcodes', ...text(file), ...text(csv));
    }

    /** Gives the population aged 0-17, for the rates. */
    givePopulations(file, csv) {
        this.#work.call('give_populations', ...text(file), ...text(csv));
    }

    /** Gives the population of one authority, '' where returns name none, in a reporting year. */
    givePopulation(authority, year, people) {
        this.#work.call('give_population', ...text(authority), year, people);
    }

    /**
     * Reads a table of the return of a year from CSV: a text, or an iterable of its pieces. Gives the name of the
     * table, or null when it is none, which a finding explains.
     */
    readTable(file, year, csv) {
        this.#work.call('begin_table', ...text(file), year);
        this.#feed(csv);
        return this.#work.set('end_table');
    }

    /** The same from a stream, or anything whose pieces come asynchronously. Await it before the next call. */
    async readStream(file, year, stream) {
        this.#work.call('begin_table', ...text(file), year);
        for await (const piece of stream)
            this.#work.call('feed', ...text(piece));
        return this.#work.set('end_table');
    }

    /** Reads a table from rows of strings in the order of the columns; null is blank. */
    readRows(file, year, columns, rows) {
        this.#work.call('begin_rows', ...text(file), year, ...row(columns));
        for (const values of rows)
            this.#work.call('add_row', ...row(values));
        return this.#work.set('end_table');
    }

    /** Reads a whole return in its XML form; false when it is none, which a finding explains. */
    readXml(file, year, xml) {
        this.#work.call('begin_xml', ...text(file), year);
        this.#feed(xml);
        return this.#work.set('end_xml') !== 0;
    }

    /**
     * Replaces all that is said of a child, who may be new, by the tables that `give` reads; the results are then
     * those of now. Without any, the child is in the returns no more.
     */
    replaceChild(authority, child, give) {
        this.#work.call('begin_child', ...text(authority), ...text(child));
        give(this);
        this.#work.call('end_child');
    }

    // ---- Results

    /** Computes every indicator for every authority as at a day. */
    compute(asAt) {
        this.#work.call('compute', dateNumber(asAt));
    }

    /** Makes the results those of a partial state, with the populations given here. */
    computeState(state) {
        this.#work.call('compute_state', state.handle);
    }

    /** What was counted of all that the session has read, as at the day that it last computed. */
    takeState() {
        return State.made((state) => this.#work.call('take_state', state.handle));
    }

    /** What the returns call the authorities, in order of their names. */
    authorities() {
        return list(this.#work.set('authority_count'), (i) => this.#work.text('authority_name', i));
    }

    /**
     * The figure of an indicator, by its id, as it is now. Without a figure `available` is false, `reason` tells what
     * was not given, and the numbers are null; `denominator` is null for a count too. `exact` is the ratio in lowest
     * terms, '200/3'; `printed` what a report prints, '67', or 'x', 'z' or 'k'; `low` and `high` what it can be, empty
     * when nothing is undetermined.
     */
    figure(authority, indicator) {
        const i = find(indicator);
        const [numerator, hasDenominator, denominator, undetermined] = [[null], [0], [null], [null]];
        const available = this.#work.set('figure_is_available', authority, i) !== 0;
        if (available)
            this.#work.call('figure_numbers', authority, i, numerator, hasDenominator, denominator, undetermined);
        const words = (what) => this.#work.text(`figure_${what}`, authority, i);
        return {
            available,
            reason: words('reason'),
            numerator: numerator[0],
            denominator: hasDenominator[0] ? denominator[0] : null,
            undetermined: undetermined[0],
            exact: words('exact'),
            printed: words('printed'),
            low: words('low'),
            high: words('high'),
        };
    }

    /** Between which a figure lies but for chance, at a percentage below 100; empty where there are none. */
    limits(authority, indicator, confidence = '95') {
        const i = find(indicator);
        return {
            low: this.#work.text('figure_limit_low', authority, i, ...text(confidence)),
            high: this.#work.text('figure_limit_high', authority, i, ...text(confidence)),
        };
    }

    /** Whether a figure differs from a number in its unit, '62.5', by more than chance explains: 'similar'. */
    significance(authority, indicator, number) {
        return this.#work.set('figure_significance', authority, find(indicator), ...text(number));
    }

    /** What a reader should know of an authority's figures. */
    notes(authority) {
        return list(this.#work.set('note_count', authority), (i) => this.#work.text('note', authority, i));
    }

    resultsAsCsv() {
        return this.#work.text('results_as_csv');
    }

    resultsAsJson() {
        return this.#work.text('results_as_json');
    }

    /** The findings that are kept, in the order in which they were found. `child` and `value` are personal data. */
    findings() {
        return list(this.#work.set('finding_count'), (i) => {
            const [code, severity, line] = [[null], [0], [0]];
            this.#work.call('finding', i, code, severity, line);
            const words = (what) => this.#work.text(`finding_${what}`, i);
            return {
                code: code[0],
                severity: SEVERITIES[severity[0]],
                line: line[0],
                file: words('file'),
                column: words('column'),
                value: words('value'),
                child: words('child'),
                message: words('message'),
                text: words('as_text'),
            };
        });
    }

    /** How many findings there are of a severity, 'note', 'warning' or 'error', kept or not. */
    findingTotal(severity) {
        return this.#work.set('finding_total', SEVERITIES.indexOf(severity));
    }

    /**
     * The children in the numerator of a figure, in its denominator, and undetermined: personal data. `amount` is what
     * a child adds to the numerator, `decidedBy` what would decide of one undetermined.
     */
    explain(authority, indicator) {
        this.#work.call('explain', authority, find(indicator));
        return list(this.#work.set('explained_count'), (i) => {
            const [membership, amount] = [[0], [0]];
            this.#work.call('explained', i, membership, amount);
            return {
                child: this.#work.text('explained_child', i),
                membership: MEMBERSHIPS[membership[0]],
                amount: amount[0],
                reason: this.#work.text('explained_reason', i),
                decidedBy: this.#work.text('explained_decided_by', i),
            };
        });
    }

    // ---- Comparators

    /** Gives the published statistics that come with the library. */
    useBundledBenchmarks() {
        this.#work.call('use_bundled_benchmarks');
    }

    /** Gives one more published file, as it is downloaded. */
    giveBenchmarks(file, csv) {
        this.#work.call('give_benchmarks', ...text(file), ...text(csv));
    }

    /** Lays an authority's figures as at 31 March of a year beside the benchmarks. */
    compare(authority, year) {
        this.#work.call('compare', ...text(authority), year);
    }

    /** What an indicator was laid beside by compare. */
    benchmarks(indicator) {
        const i = find(indicator);
        return list(this.#work.set('benchmark_count', i), (place) => {
            const [kind, year, answer, significance] = [[null], [0], [null], [null]];
            this.#work.call('benchmark', i, place, kind, year, answer, significance);
            return {
                kind: kind[0],
                year: year[0],
                name: this.#work.text('benchmark_name', i, place),
                printed: this.#work.text('benchmark_printed', i, place),
                answer: answer[0],
                significance: significance[0],
            };
        });
    }

    // ---- Documents: made in a format, 'text', 'csv', 'json' and so on, kept until the next is made

    /** The document that was made last. */
    document() {
        return this.#work.text('document');
    }

    /** Hands the document's bytes to `write` in pieces: `session.writeDocument((piece) => stream.write(piece))`. */
    writeDocument(write) {
        const failures = [];
        const status = native.write_document(this.#work.handle, (context, bytes, length) => {
            try {
                write(Buffer.from(koffi.decode(bytes, 'uint8_t', Number(length))));
                return 0;
            } catch (error) { // none may pass through the library
                failures.push(error);
                return 1;
            }
        }, null);
        for (const failure of failures)
            throw failure;
        this.#work.expectOk(status);
    }

    /** Makes an explanation of a figure, and of how far it is from a target, '' for none. */
    makeExplanation(authority, indicator, target, format) {
        this.#work.call('make_explanation', authority, find(indicator), ...text(target), ...text(format));
    }

    /** Makes a document of how a figure moved since a day before. */
    makeMovement(authority, indicator, since, format) {
        this.#work.call('make_movement', authority, find(indicator), dateNumber(since), ...text(format));
    }

    /** Makes a document of one child's life in care. */
    makeLife(authority, child, format) {
        this.#work.call('make_life', authority, ...text(child), ...text(format));
    }

    /** Makes a document of what is wrong in the returns; asks for the option 'checks'. */
    makeCheck(asAt, format) {
        this.#work.call('make_check', dateNumber(asAt), ...text(format));
    }

    /** Makes a document of an authority's figures beside the benchmarks. */
    makeComparison(authority, year, format) {
        this.#work.call('make_comparison', ...text(authority), year, ...text(format));
    }

    /** Makes the report for a committee, with the trend over some years up to `year`. */
    makeReport(authority, year, years, format) {
        this.#work.call('make_report', ...text(authority), year, years, ...text(format));
    }

    // ---- Audit and disclosure, whose verdict is 'possible', 'impossible' or 'undecided'

    /** Adds claims, a scorecard or a published file for the next audit or disclosure. */
    giveClaims(file, claims) {
        this.#work.call('give_claims', ...text(file), ...text(claims));
    }

    forgetClaims() {
        this.#work.call('forget_claims');
    }

    /** Sets who is asked now and then during an audit whether to go on; null for nobody. What it throws ends the
     * audit as false does. */
    setPatience(goOn) {
        const asked = goOn && koffi.register(() => {
            try {
                return goOn() ? 0 : 1;
            } catch { // none may pass through the library
                return 1;
            }
        }, PATIENCE);
        try {
            this.#work.call('set_patience', asked, null);
        } catch (error) {
            if (asked)
                koffi.unregister(asked);
            throw error;
        }
        this.#forgetPatience();
        this.#patience = asked;
    }

    /** Makes a document of whether all claims that were given can be true. */
    makeAudit(rounding, format) {
        return VERDICTS[this.#work.set('make_audit', ...text(rounding), ...text(format))];
    }

    /** Hides the numbers from 1 to `small` so that at least `values` remain possible for each. */
    makeDisclosure(file, scorecard, small, values, format) {
        return VERDICTS[this.#work.set('make_disclosure', ...text(file), ...text(scorecard), small, values,
            ...text(format))];
    }

    /** Makes a document of what can be recovered of the numbers that a text hides. */
    makeRecovery(file, published, values, format) {
        return VERDICTS[this.#work.set('make_recovery', ...text(file), ...text(published), values, ...text(format))];
    }

    #feed(given) {
        const pieces = typeof given === 'string' || ArrayBuffer.isView(given) ? [given] : given;
        for (const piece of pieces)
            this.#work.call('feed', ...text(piece));
    }

    #forgetPatience() {
        if (this.#patience !== null)
            koffi.unregister(this.#patience);
        this.#patience = null;
    }
}

/** What was counted of some children or authorities, without their records. session.takeState makes one. */
export class State {
    #work = new Handle('create_state', 'destroy_state', 'state_error_text');

    /** The state that toBytes gave. */
    static fromBytes(bytes) {
        return State.made((state) => state.#work.call('read_state', ...text(bytes)));
    }

    static made(make) {
        const state = new State();
        try {
            make(state);
            return state;
        } catch (error) {
            state.close();
            throw error;
        }
    }

    /** Frees all that the state holds. It can be closed twice, but not used. */
    close() {
        this.#work.close();
    }

    [Symbol.dispose]() {
        this.close();
    }

    /** Takes in what another counted; a ConflictError when they do not go together. */
    merge(other) {
        this.#work.call('merge_state', other.handle);
    }

    /** Takes it out again. */
    subtract(other) {
        this.#work.call('subtract_state', other.handle);
    }

    /** Forgets the marks of children, when all parts of each authority have been merged. */
    forgetChildren() {
        this.#work.call('forget_children');
    }

    /** The state as bytes, the same on every machine. */
    toBytes() {
        return this.#work.bytes('state_bytes');
    }

    get handle() {
        return this.#work.handle;
    }
}
