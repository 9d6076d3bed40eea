// indicare for Java 17: every function of indicare.h that a Java program needs, over JNA alone.
//
//     try (var session = new Session(); var file = Files.newInputStream(Path.of("episodes.csv"))) {
//         session.readTable("episodes.csv", 2023, file);
//         session.compute(LocalDate.of(2023, 3, 31));
//         System.out.println(session.figure(0, "looked_after").printed());
//     }
//
// Text is UTF-8: what goes in whole is a byte[] as it stands in the file, what comes out is decoded
// leniently, since a return may hold anything. Indicators are named by their ids, authorities by
// their place in Session.authorities. A session or a state is used by one thread at a time; different
// ones may be used at the same time. What indicare.h says of a function holds here too.

package indicare;

import com.sun.jna.Callback;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.ByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

public final class Indicare {
    private Indicare() {}

    /** What became of a call that failed, by the numbers of indicare.h. */
    public enum Status {
        OK, BUFFER_TOO_SMALL, INVALID_ARGUMENT, OUT_OF_RANGE, NOT_FOUND, WRONG_ORDER, NOT_RECOGNISED,
        NOT_AVAILABLE, OUT_OF_MEMORY, INTERNAL, CANCELLED, CONFLICT
    }

    /** How much a finding matters. */
    public enum Severity { NOTE, WARNING, ERROR }

    /** Where a child stands in an indicator. */
    public enum Membership { OUTSIDE, DENOMINATOR, NUMERATOR, UNDETERMINED }

    /** What an audit or a disclosure found: all can be true, or is safe; or not; or not decided. */
    public enum Verdict { POSSIBLE, IMPOSSIBLE, UNDECIDED }

    /** A call that failed; the message is the library's sentence about it. */
    public static final class IndicareException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Status status;

        IndicareException(Status status, String sentence) {
            super(sentence);
            this.status = status;
        }

        public Status status() {
            return status;
        }
    }

    /** An indicator of the catalogue; the components are those of indicare.h. */
    public record Indicator(String id, String title, String family, String unit, String polarity,
                            String sentence, String source) {}

    /**
     * One figure of one authority, as it was when it was asked for.
     *
     * @param available    false when something that it needs was not given; the reason then tells what
     * @param denominator  the children counted among, or a population; empty for a count, or without a figure
     * @param undetermined children of whom the returns do not tell whether they are counted
     * @param exact        the ratio in lowest terms, in the unit of the indicator: "200/3"
     * @param printed      as a report prints it, "67", or the symbol "x", "z" or "k"
     * @param low          the least that it can be, and high the most; empty when nothing is undetermined
     */
    public record Figure(boolean available, String reason, long numerator, OptionalLong denominator,
                         long undetermined, String exact, String printed, String low, String high) {}

    /** Between which a figure lies but for chance; empty where there are none. */
    public record Limits(String low, String high) {}

    /** What is wrong, or worth saying, about the text that was given. Child and value are personal data. */
    public record Finding(String code, Severity severity, long line, String file, String column, String value,
                          String child, String message, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A child behind a figure: personal data. The amount is what it adds to the numerator. */
    public record ExplainedChild(String child, Membership membership, long amount, String reason,
                                 String decidedBy) {}

    /** What an indicator is laid beside. */
    public record Benchmark(String kind, int year, String name, String printed, String answer,
                            String significance) {}

    /** The version of the library that is loaded, as "0.1.0". */
    public static String version() {
        return constant(C.indicare_version_text());
    }

    /** All indicators, in the order in which reports show them. */
    public static List<Indicator> catalogue() {
        return list(C.indicare_indicator_count(), i -> new Indicator(
            constant(C.indicare_indicator_id(i)), constant(C.indicare_indicator_title(i)),
            constant(C.indicare_indicator_family(i)), constant(C.indicare_indicator_unit(i)),
            constant(C.indicare_indicator_polarity(i)), constant(C.indicare_indicator_sentence(i)),
            constant(C.indicare_indicator_source(i))));
    }

    /** Gives tables to a session, in {@link Session#replaceChild}. */
    @FunctionalInterface
    public interface Giving {
        void give() throws IOException;
    }

    /**
     * The returns of one authority or of many, and what was computed from them. A stream that throws, or
     * the giving of replaceChild that does, leaves its table or child open, and the session then refuses
     * to compute: no figure is made of half a return.
     */
    public static final class Session implements AutoCloseable {
        private static final int PIECE_SIZE = 1 << 18;
        private Pointer handle;
        private CApi.Patience patience; // lives as long as the library may call it

        public Session() {
            var made = new PointerByReference();
            expectOk(C.indicare_create(made), "session: it could not be made");
            handle = made.getValue();
        }

        @Override
        public void close() {
            C.indicare_destroy(handle);
            handle = null;
        }

        // ---- What is given

        /** Sets an option or a policy: indicare_set_option lists them. */
        public void setOption(String name, String value) {
            byte[] n = utf8(name), v = utf8(value);
            check(C.indicare_set_option(handle(), n, size(n), v, size(v)));
        }

        /** Gives a list of postcodes, before any table. */
        public void givePostcodes(String file, byte[] text) {
            var name = utf8(file);
            check(C.indicare_give_postcodes(handle(), name, size(name), text, size(text)));
        }

        /** Gives the population aged 0-17, for the rates. */
        public void givePopulations(String file, byte[] text) {
            var name = utf8(file);
            check(C.indicare_give_populations(handle(), name, size(name), text, size(text)));
        }

        /** Gives the population of one authority, "" where returns name none, in a reporting year. */
        public void givePopulation(String authority, int year, long people) {
            var name = utf8(authority);
            check(C.indicare_give_population(handle(), name, size(name), year, people));
        }

        /**
         * Reads a table of the return of a year from CSV, piece by piece.
         *
         * @return the name of the table, or null when it is none, which a finding explains
         */
        public String readTable(String file, int year, InputStream text) throws IOException {
            var name = utf8(file);
            check(C.indicare_begin_table(handle(), name, size(name), year));
            feed(text);
            return endTable();
        }

        /** Reads a table that is in memory. */
        public String readTable(String file, int year, byte[] text) {
            try {
                return readTable(file, year, new ByteArrayInputStream(text));
            } catch (IOException e) {
                throw new AssertionError(e); // memory does not break off
            }
        }

        /** Reads a table from rows of values in the order of the columns; null is blank. */
        public String readRows(String file, int year, List<String> columns,
                               Iterable<? extends List<String>> rows) {
            var name = utf8(file);
            var names = new Row(columns);
            check(C.indicare_begin_rows(handle(), name, size(name), year, names.values, names.lengths,
                                        columns.size()));
            for (var row : rows) {
                var values = new Row(row);
                check(C.indicare_add_row(handle(), values.values, values.lengths, row.size()));
            }
            return endTable();
        }

        /** Reads a whole return in its XML form; false when it is none, which a finding explains. */
        public boolean readXml(String file, int year, InputStream text) throws IOException {
            var name = utf8(file);
            check(C.indicare_begin_xml(handle(), name, size(name), year));
            feed(text);
            var read = new IntByReference();
            check(C.indicare_end_xml(handle(), read));
            return read.getValue() != 0;
        }

        /**
         * Replaces all that is said of a child, who may be new, by the tables that `giving` reads; the
         * results are then those of now. Without any, the child is in the returns no more.
         */
        public void replaceChild(String authority, String child, Giving giving) throws IOException {
            byte[] a = utf8(authority), c = utf8(child);
            check(C.indicare_begin_child(handle(), a, size(a), c, size(c)));
            giving.give();
            check(C.indicare_end_child(handle()));
        }

        // ---- Results

        /** Computes every indicator for every authority as at a day. */
        public void compute(LocalDate asAt) {
            check(C.indicare_compute(handle(), number(asAt)));
        }

        /** Makes the results those of a partial state, with the populations given here. */
        public void compute(State state) {
            check(C.indicare_compute_state(handle(), state.handle()));
        }

        /** What the returns call the authorities, in order of their names. */
        public List<String> authorities() {
            var count = new LongByReference();
            check(C.indicare_authority_count(handle(), count));
            return list(count.getValue(), i -> text((b, c, n) -> C.indicare_authority_name(handle(), i, b, c, n)));
        }

        /** The figure of an indicator, by its id. */
        public Figure figure(long authority, String indicator) {
            var i = find(indicator);
            IntByReference available = new IntByReference(), hasDenominator = new IntByReference();
            LongByReference numerator = new LongByReference(), denominator = new LongByReference(),
                            undetermined = new LongByReference();
            check(C.indicare_figure_is_available(handle(), authority, i, available));
            if (available.getValue() != 0) {
                check(C.indicare_figure_numbers(handle(), authority, i, numerator, hasDenominator, denominator,
                                                undetermined));
            }
            return new Figure(
                available.getValue() != 0,
                text((b, c, n) -> C.indicare_figure_reason(handle(), authority, i, b, c, n)),
                numerator.getValue(),
                hasDenominator.getValue() != 0 ? OptionalLong.of(denominator.getValue()) : OptionalLong.empty(),
                undetermined.getValue(),
                text((b, c, n) -> C.indicare_figure_exact(handle(), authority, i, b, c, n)),
                text((b, c, n) -> C.indicare_figure_printed(handle(), authority, i, b, c, n)),
                text((b, c, n) -> C.indicare_figure_low(handle(), authority, i, b, c, n)),
                text((b, c, n) -> C.indicare_figure_high(handle(), authority, i, b, c, n)));
        }

        /** The confidence limits of a figure, at a percentage above 0 and below 100: "95". */
        public Limits limits(long authority, String indicator, String confidence) {
            var i = find(indicator);
            var p = utf8(confidence);
            return new Limits(
                text((b, c, n) -> C.indicare_figure_limit_low(handle(), authority, i, p, size(p), b, c, n)),
                text((b, c, n) -> C.indicare_figure_limit_high(handle(), authority, i, p, size(p), b, c, n)));
        }

        /** Whether a figure differs from a number in its unit by more than chance explains: "similar". */
        public String significance(long authority, String indicator, String number) {
            var n = utf8(number);
            var significance = new PointerByReference();
            check(C.indicare_figure_significance(handle(), authority, find(indicator), n, size(n), significance));
            return constant(significance.getValue());
        }

        /** What a reader should know of an authority's figures. */
        public List<String> notes(long authority) {
            var count = new LongByReference();
            check(C.indicare_note_count(handle(), authority, count));
            return list(count.getValue(), i -> text((b, c, n) -> C.indicare_note(handle(), authority, i, b, c, n)));
        }

        public String resultsAsCsv() {
            return text((b, c, n) -> C.indicare_results_as_csv(handle(), b, c, n));
        }

        public String resultsAsJson() {
            return text((b, c, n) -> C.indicare_results_as_json(handle(), b, c, n));
        }

        /** The findings that are kept, in the order in which they were found. */
        public List<Finding> findings() {
            var count = new LongByReference();
            check(C.indicare_finding_count(handle(), count));
            return list(count.getValue(), this::finding);
        }

        /** How many findings there are of a severity, kept or not. */
        public long findingTotal(Severity severity) {
            var total = new LongByReference();
            check(C.indicare_finding_total(handle(), severity.ordinal(), total));
            return total.getValue();
        }

        /** The children in the numerator of a figure, in its denominator, and undetermined. */
        public List<ExplainedChild> explain(long authority, String indicator) {
            check(C.indicare_explain(handle(), authority, find(indicator)));
            var count = new LongByReference();
            check(C.indicare_explained_count(handle(), count));
            return list(count.getValue(), this::explained);
        }

        // ---- Comparators

        /** Gives the published statistics that come with the library. */
        public void useBundledBenchmarks() {
            check(C.indicare_use_bundled_benchmarks(handle()));
        }

        /** Gives one more published file, as it is downloaded. */
        public void giveBenchmarks(String file, byte[] text) {
            var name = utf8(file);
            check(C.indicare_give_benchmarks(handle(), name, size(name), text, size(text)));
        }

        /** Lays an authority's figures as at 31 March of a year beside the benchmarks. */
        public void compare(String authority, int year) {
            var name = utf8(authority);
            check(C.indicare_compare(handle(), name, size(name), year));
        }

        /** What an indicator was laid beside by compare. */
        public List<Benchmark> benchmarks(String indicator) {
            var i = find(indicator);
            var count = new LongByReference();
            check(C.indicare_benchmark_count(handle(), i, count));
            return list(count.getValue(), place -> benchmark(i, place));
        }

        // ---- Documents: made in a format, "text", "csv", "json" and so on, kept until the next is made

        /** The document that was made last. */
        public String document() {
            return text((b, c, n) -> C.indicare_document(handle(), b, c, n));
        }

        /** Writes the document's bytes to a stream, in pieces. */
        public void writeDocument(OutputStream stream) throws IOException {
            var failure = new Throwable[1];
            CApi.Writer writer = (context, bytes, length) -> {
                try {
                    stream.write(bytes.getByteArray(0, length.intValue()));
                    return 0;
                } catch (Throwable e) { // none may pass through the library
                    failure[0] = e;
                    return 1;
                }
            };
            var status = C.indicare_write_document(handle(), writer, null);
            Reference.reachabilityFence(writer);
            if (failure[0] instanceof IOException e) {
                throw e;
            } else if (failure[0] instanceof RuntimeException e) {
                throw e;
            } else if (failure[0] instanceof Error e) {
                throw e;
            }
            check(status);
        }

        /** Makes an explanation of a figure, and of how far it is from a target, "" for none. */
        public void makeExplanation(long authority, String indicator, String target, String format) {
            byte[] t = utf8(target), f = utf8(format);
            check(C.indicare_make_explanation(handle(), authority, find(indicator), t, size(t), f, size(f)));
        }

        /** Makes a document of how a figure moved since a day before. */
        public void makeMovement(long authority, String indicator, LocalDate since, String format) {
            var f = utf8(format);
            check(C.indicare_make_movement(handle(), authority, find(indicator), number(since), f, size(f)));
        }

        /** Makes a document of one child's life in care. */
        public void makeLife(long authority, String child, String format) {
            byte[] c = utf8(child), f = utf8(format);
            check(C.indicare_make_life(handle(), authority, c, size(c), f, size(f)));
        }

        /** Makes a document of what is wrong in the returns; asks for the option "checks". */
        public void makeCheck(LocalDate asAt, String format) {
            var f = utf8(format);
            check(C.indicare_make_check(handle(), number(asAt), f, size(f)));
        }

        /** Makes a document of an authority's figures beside the benchmarks. */
        public void makeComparison(String authority, int year, String format) {
            byte[] a = utf8(authority), f = utf8(format);
            check(C.indicare_make_comparison(handle(), a, size(a), year, f, size(f)));
        }

        /** Makes the report for a committee, with the trend over some years up to `year`. */
        public void makeReport(String authority, int year, int years, String format) {
            byte[] a = utf8(authority), f = utf8(format);
            check(C.indicare_make_report(handle(), a, size(a), year, years, f, size(f)));
        }

        // ---- Audit and disclosure

        /** Adds claims, a scorecard or a published file for the next audit or disclosure. */
        public void giveClaims(String file, byte[] text) {
            var name = utf8(file);
            check(C.indicare_give_claims(handle(), name, size(name), text, size(text)));
        }

        public void forgetClaims() {
            check(C.indicare_forget_claims(handle()));
        }

        /**
         * Sets who is asked now and then during an audit whether to go on; null for nobody. What it throws
         * ends the audit as false does.
         */
        public void setPatience(BooleanSupplier goOn) {
            CApi.Patience asked = goOn == null ? null : context -> {
                try {
                    return goOn.getAsBoolean() ? 0 : 1;
                } catch (Throwable e) { // none may pass through the library
                    return 1;
                }
            };
            check(C.indicare_set_patience(handle(), asked, null));
            patience = asked;
        }

        /** Makes a document of whether all claims that were given can be true. */
        public Verdict makeAudit(String rounding, String format) {
            byte[] r = utf8(rounding), f = utf8(format);
            var verdict = new IntByReference();
            check(C.indicare_make_audit(handle(), r, size(r), f, size(f), verdict));
            return Verdict.values()[verdict.getValue()];
        }

        /** Hides the numbers from 1 to `small` so that at least `values` remain possible for each. */
        public Verdict makeDisclosure(String file, byte[] text, long small, long values, String format) {
            byte[] n = utf8(file), f = utf8(format);
            var verdict = new IntByReference();
            check(C.indicare_make_disclosure(handle(), n, size(n), text, size(text), small, values, f, size(f),
                                             verdict));
            return Verdict.values()[verdict.getValue()];
        }

        /** Makes a document of what can be recovered of the numbers that a text hides. */
        public Verdict makeRecovery(String file, byte[] text, long values, String format) {
            byte[] n = utf8(file), f = utf8(format);
            var verdict = new IntByReference();
            check(C.indicare_make_recovery(handle(), n, size(n), text, size(text), values, f, size(f), verdict));
            return Verdict.values()[verdict.getValue()];
        }

        // ---- How

        Pointer handle() {
            if (handle == null) {
                throw new IllegalStateException("the session is closed");
            }
            return handle;
        }

        void check(int status) {
            if (status != 0) {
                expectOk(status, text((b, c, n) -> C.indicare_error_text(handle(), b, c, n)));
            }
        }

        private String text(Output output) {
            return new String(bytes(output, this::check), StandardCharsets.UTF_8);
        }

        private void feed(InputStream text) throws IOException {
            var piece = new byte[PIECE_SIZE];
            for (int count; (count = text.read(piece)) > 0;) {
                check(C.indicare_feed(handle(), piece, new SizeT(count)));
            }
        }

        private String endTable() {
            var table = new PointerByReference();
            check(C.indicare_end_table(handle(), table));
            return constant(table.getValue());
        }

        private Finding finding(long finding) {
            var code = new PointerByReference();
            var severity = new IntByReference();
            var line = new LongByReference();
            check(C.indicare_finding(handle(), finding, code, severity, line));
            return new Finding(
                constant(code.getValue()), Severity.values()[severity.getValue()], line.getValue(),
                text((b, c, n) -> C.indicare_finding_file(handle(), finding, b, c, n)),
                text((b, c, n) -> C.indicare_finding_column(handle(), finding, b, c, n)),
                text((b, c, n) -> C.indicare_finding_value(handle(), finding, b, c, n)),
                text((b, c, n) -> C.indicare_finding_child(handle(), finding, b, c, n)),
                text((b, c, n) -> C.indicare_finding_message(handle(), finding, b, c, n)),
                text((b, c, n) -> C.indicare_finding_as_text(handle(), finding, b, c, n)));
        }

        private ExplainedChild explained(long place) {
            var membership = new IntByReference();
            var amount = new LongByReference();
            check(C.indicare_explained(handle(), place, membership, amount));
            return new ExplainedChild(
                text((b, c, n) -> C.indicare_explained_child(handle(), place, b, c, n)),
                Membership.values()[membership.getValue()], amount.getValue(),
                text((b, c, n) -> C.indicare_explained_reason(handle(), place, b, c, n)),
                text((b, c, n) -> C.indicare_explained_decided_by(handle(), place, b, c, n)));
        }

        private Benchmark benchmark(long indicator, long place) {
            PointerByReference kind = new PointerByReference(), answer = new PointerByReference(),
                               significance = new PointerByReference();
            var year = new IntByReference();
            check(C.indicare_benchmark(handle(), indicator, place, kind, year, answer, significance));
            return new Benchmark(
                constant(kind.getValue()), year.getValue(),
                text((b, c, n) -> C.indicare_benchmark_name(handle(), indicator, place, b, c, n)),
                text((b, c, n) -> C.indicare_benchmark_printed(handle(), indicator, place, b, c, n)),
                constant(answer.getValue()), constant(significance.getValue()));
        }
    }

    /** What was counted of some children or authorities, without their records. */
    public static final class State implements AutoCloseable {
        private Pointer handle;

        /** A state of nothing. */
        public State() {
            var made = new PointerByReference();
            expectOk(C.indicare_create_state(made), "state: it could not be made");
            handle = made.getValue();
        }

        /** The state of all that a session has read, as at the day that it last computed. */
        public static State of(Session session) {
            return made(state -> session.check(C.indicare_take_state(session.handle(), state.handle())));
        }

        /** The state that toBytes gave. */
        public static State of(byte[] bytes) {
            return made(state -> state.check(C.indicare_read_state(state.handle(), bytes, size(bytes))));
        }

        @Override
        public void close() {
            C.indicare_destroy_state(handle);
            handle = null;
        }

        /** Takes in what another counted; Status.CONFLICT when they do not go together. */
        public void merge(State other) {
            check(C.indicare_merge_state(handle(), other.handle()));
        }

        /** Takes it out again. */
        public void subtract(State other) {
            check(C.indicare_subtract_state(handle(), other.handle()));
        }

        /** Forgets the marks of children, when all parts of each authority have been merged. */
        public void forgetChildren() {
            check(C.indicare_forget_children(handle()));
        }

        /** The state as bytes, the same on every machine. */
        public byte[] toBytes() {
            return bytes((b, c, n) -> C.indicare_state_bytes(handle(), b, c, n), this::check);
        }

        private static State made(Consumer<State> make) {
            var state = new State();
            try {
                make.accept(state);
                return state;
            } catch (RuntimeException e) {
                state.close();
                throw e;
            }
        }

        private Pointer handle() {
            if (handle == null) {
                throw new IllegalStateException("the state is closed");
            }
            return handle;
        }

        private void check(int status) {
            if (status != 0) {
                expectOk(status, new String(
                    bytes((b, c, n) -> C.indicare_state_error_text(handle(), b, c, n), this::check),
                    StandardCharsets.UTF_8));
            }
        }
    }

    /** The values of a row in one piece of memory, and pointers to each. */
    private static final class Row {
        private final Memory memory;
        final Pointer[] values;
        final Memory lengths;

        Row(List<String> texts) {
            var bytes = texts.stream().map(text -> text == null ? null : utf8(text)).toList();
            memory = new Memory(1 + bytes.stream().mapToInt(value -> value == null ? 0 : value.length).sum());
            lengths = new Memory((1L + bytes.size()) * Native.SIZE_T_SIZE);
            lengths.clear();
            values = new Pointer[bytes.size()];
            var at = 0L;
            for (var i = 0; i < values.length; ++i) {
                var value = bytes.get(i);
                if (value == null) {
                    continue;
                }
                memory.write(at, value, 0, value.length);
                values[i] = memory.share(at);
                setSize(lengths, i, value.length);
                at += value.length;
            }
        }

        private static void setSize(Memory sizes, int place, int size) {
            if (Native.SIZE_T_SIZE == Long.BYTES) {
                sizes.setLong((long)place * Long.BYTES, size);
            } else {
                sizes.setInt((long)place * Integer.BYTES, size);
            }
        }
    }

    /** What writes a text into a buffer. */
    private interface Output {
        int into(byte[] buffer, SizeT capacity, SizeTByReference length);
    }

    /** What a function writes into a buffer; most texts fit into the first. */
    private static byte[] bytes(Output output, IntConsumer check) {
        var buffer = new byte[1024];
        var length = new SizeTByReference();
        var status = output.into(buffer, size(buffer), length);
        if (status == Status.BUFFER_TOO_SMALL.ordinal()) {
            buffer = new byte[Math.toIntExact(length.getValue() + 1)];
            status = output.into(buffer, size(buffer), length);
        }
        check.accept(status);
        return Arrays.copyOf(buffer, Math.toIntExact(length.getValue()));
    }

    private static void expectOk(int status, String sentence) {
        if (status != 0) {
            throw new IndicareException(Status.values()[status], sentence);
        }
    }

    private static long find(String indicator) {
        var id = utf8(indicator);
        var index = C.indicare_find_indicator(id, size(id));
        if (index < 0) {
            throw new IndicareException(
                Status.NOT_FOUND, "indicator: expected the id of an indicator, not \"" + indicator + "\"");
        }
        return index;
    }

    private static <T> List<T> list(long count, LongFunction<T> at) {
        var list = new ArrayList<T>();
        for (var i = 0L; i < count; ++i) {
            list.add(at.apply(i));
        }
        return list;
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SizeT size(byte[] bytes) {
        return new SizeT(bytes.length);
    }

    /** A constant of the library; null for NULL. */
    private static String constant(Pointer text) {
        return text == null ? null : text.getString(0, "UTF-8");
    }

    /** A size_t. */
    public static final class SizeT extends IntegerType {
        private static final long serialVersionUID = 1;

        public SizeT() {
            this(0);
        }

        SizeT(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** Where a size_t is written. */
    public static final class SizeTByReference extends ByReference {
        public SizeTByReference() {
            super(Native.SIZE_T_SIZE);
        }

        long getValue() {
            return Native.SIZE_T_SIZE == Long.BYTES ? getPointer().getLong(0)
                                                    : Integer.toUnsignedLong(getPointer().getInt(0));
        }
    }

    private static final CApi C = Native.load("indicare", CApi.class);

    /** The functions of indicare.h; each is looked for when it is first called. */
    private interface CApi extends Library {
        interface Writer extends Callback {
            int write(Pointer context, Pointer bytes, SizeT length);
        }

        interface Patience extends Callback {
            int ask(Pointer context);
        }

        Pointer indicare_version_text();
        long indicare_indicator_count();
        long indicare_find_indicator(byte[] id, SizeT idLength);
        Pointer indicare_indicator_id(long indicator);
        Pointer indicare_indicator_title(long indicator);
        Pointer indicare_indicator_family(long indicator);
        Pointer indicare_indicator_unit(long indicator);
        Pointer indicare_indicator_polarity(long indicator);
        Pointer indicare_indicator_sentence(long indicator);
        Pointer indicare_indicator_source(long indicator);
        int indicare_create(PointerByReference session);
        void indicare_destroy(Pointer session);
        int indicare_error_text(Pointer session, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_set_option(Pointer session, byte[] name, SizeT nameLength, byte[] value, SizeT
            valueLength);
        int indicare_give_postcodes(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT
            textLength);
        int indicare_give_populations(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT
            textLength);
        int indicare_give_benchmarks(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT
            textLength);
        int indicare_give_claims(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT textLength);
        int indicare_give_population(Pointer session, byte[] authority, SizeT authorityLength, int year, long
            people);
        int indicare_begin_table(Pointer session, byte[] file, SizeT fileLength, int year);
        int indicare_feed(Pointer session, byte[] text, SizeT textLength);
        int indicare_end_table(Pointer session, PointerByReference table);
        int indicare_begin_rows(Pointer session, byte[] file, SizeT fileLength, int year, Pointer[] columns,
            Memory lengths, long count);
        int indicare_add_row(Pointer session, Pointer[] values, Memory lengths, long count);
        int indicare_begin_xml(Pointer session, byte[] file, SizeT fileLength, int year);
        int indicare_end_xml(Pointer session, IntByReference read);
        int indicare_compute(Pointer session, int asAt);
        int indicare_compute_state(Pointer session, Pointer state);
        int indicare_authority_count(Pointer session, LongByReference count);
        int indicare_authority_name(Pointer session, long authority, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_figure_is_available(Pointer session, long authority, long indicator, IntByReference
            available);
        int indicare_figure_numbers(Pointer session, long authority, long indicator, LongByReference numerator,
            IntByReference hasDenominator, LongByReference denominator, LongByReference undetermined);
        int indicare_figure_reason(Pointer session, long authority, long indicator, byte[] buffer, SizeT
            capacity, SizeTByReference length);
        int indicare_figure_exact(Pointer session, long authority, long indicator, byte[] buffer, SizeT
            capacity, SizeTByReference length);
        int indicare_figure_printed(Pointer session, long authority, long indicator, byte[] buffer, SizeT
            capacity, SizeTByReference length);
        int indicare_figure_low(Pointer session, long authority, long indicator, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_figure_high(Pointer session, long authority, long indicator, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_figure_limit_low(Pointer session, long authority, long indicator, byte[] confidence, SizeT
            confidenceLength, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_figure_limit_high(Pointer session, long authority, long indicator, byte[] confidence, SizeT
            confidenceLength, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_figure_significance(Pointer session, long authority, long indicator, byte[] number, SizeT
            numberLength, PointerByReference significance);
        int indicare_note_count(Pointer session, long authority, LongByReference count);
        int indicare_note(Pointer session, long authority, long note, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_results_as_csv(Pointer session, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_results_as_json(Pointer session, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_finding_total(Pointer session, int severity, LongByReference total);
        int indicare_finding_count(Pointer session, LongByReference count);
        int indicare_finding(Pointer session, long finding, PointerByReference code, IntByReference severity,
            LongByReference line);
        int indicare_finding_file(Pointer session, long finding, byte[] buffer, SizeT capacity, SizeTByReference
            length);
        int indicare_finding_column(Pointer session, long finding, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_finding_value(Pointer session, long finding, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_finding_child(Pointer session, long finding, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_finding_message(Pointer session, long finding, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_finding_as_text(Pointer session, long finding, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_explain(Pointer session, long authority, long indicator);
        int indicare_explained_count(Pointer session, LongByReference count);
        int indicare_explained(Pointer session, long place, IntByReference membership, LongByReference amount);
        int indicare_explained_child(Pointer session, long place, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_explained_reason(Pointer session, long place, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_explained_decided_by(Pointer session, long place, byte[] buffer, SizeT capacity,
            SizeTByReference length);
        int indicare_document(Pointer session, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_write_document(Pointer session, Writer writer, Pointer context);
        int indicare_set_patience(Pointer session, Patience patience, Pointer context);
        int indicare_make_explanation(Pointer session, long authority, long indicator, byte[] target, SizeT
            targetLength, byte[] format, SizeT formatLength);
        int indicare_make_movement(Pointer session, long authority, long indicator, int since, byte[] format,
            SizeT formatLength);
        int indicare_make_life(Pointer session, long authority, byte[] child, SizeT childLength, byte[] format,
            SizeT formatLength);
        int indicare_make_check(Pointer session, int asAt, byte[] format, SizeT formatLength);
        int indicare_use_bundled_benchmarks(Pointer session);
        int indicare_compare(Pointer session, byte[] authority, SizeT authorityLength, int year);
        int indicare_benchmark_count(Pointer session, long indicator, LongByReference count);
        int indicare_benchmark(Pointer session, long indicator, long benchmark, PointerByReference kind,
            IntByReference year, PointerByReference answer, PointerByReference significance);
        int indicare_benchmark_name(Pointer session, long indicator, long benchmark, byte[] buffer, SizeT
            capacity, SizeTByReference length);
        int indicare_benchmark_printed(Pointer session, long indicator, long benchmark, byte[] buffer, SizeT
            capacity, SizeTByReference length);
        int indicare_make_comparison(Pointer session, byte[] authority, SizeT authorityLength, int year, byte[]
            format, SizeT formatLength);
        int indicare_make_report(Pointer session, byte[] authority, SizeT authorityLength, int year, int years,
            byte[] format, SizeT formatLength);
        int indicare_forget_claims(Pointer session);
        int indicare_make_audit(Pointer session, byte[] rounding, SizeT roundingLength, byte[] format, SizeT
            formatLength, IntByReference verdict);
        int indicare_make_disclosure(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT
            textLength, long small, long values, byte[] format, SizeT formatLength, IntByReference verdict);
        int indicare_make_recovery(Pointer session, byte[] file, SizeT fileLength, byte[] text, SizeT
            textLength, long values, byte[] format, SizeT formatLength, IntByReference verdict);
        int indicare_begin_child(Pointer session, byte[] authority, SizeT authorityLength, byte[] child, SizeT
            childLength);
        int indicare_end_child(Pointer session);
        int indicare_create_state(PointerByReference state);
        void indicare_destroy_state(Pointer state);
        int indicare_state_error_text(Pointer state, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_take_state(Pointer session, Pointer state);
        int indicare_merge_state(Pointer state, Pointer other);
        int indicare_subtract_state(Pointer state, Pointer other);
        int indicare_forget_children(Pointer state);
        int indicare_state_bytes(Pointer state, byte[] buffer, SizeT capacity, SizeTByReference length);
        int indicare_read_state(Pointer state, byte[] bytes, SizeT bytesLength);
    }
}
