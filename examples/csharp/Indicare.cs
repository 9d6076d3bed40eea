// indicare for C#: every function of indicare.h that a .NET program needs, over P/Invoke alone.
//
//     using (var session = new Session()) {
//         using (var file = File.OpenRead("episodes.csv"))
//             session.ReadTable("episodes.csv", 2023, file);
//         session.Compute(new DateTime(2023, 3, 31));
//         Console.WriteLine(session.Figure(0, "looked_after").Printed);
//     }
//
// Text is UTF-8: what goes in whole is a byte[] as it stands in the file, what comes out is decoded
// leniently, since a return may hold anything. Indicators are named by their ids, authorities by
// their place in Session.Authorities. A session or a state is used by one thread at a time; different
// ones may be used at the same time. What indicare.h says of a function holds here too.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Indicare {

/// <summary>What became of a call that failed, by the numbers of indicare.h.</summary>
public enum Status {
    Ok, BufferTooSmall, InvalidArgument, OutOfRange, NotFound, WrongOrder, NotRecognised,
    NotAvailable, OutOfMemory, Internal, Cancelled, Conflict
}

/// <summary>How much a finding matters.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>Where a child stands in an indicator.</summary>
public enum Membership { Outside, Denominator, Numerator, Undetermined }

/// <summary>What an audit or a disclosure found: all can be true, or is safe; or not; or not decided.</summary>
public enum Verdict { Possible, Impossible, Undecided }

/// <summary>A call that failed; the message is the library's sentence about it.</summary>
public sealed class IndicareException : Exception {
    public Status Status { get; }

    public IndicareException(Status status, string sentence) : base(sentence) { Status = status; }
}

/// <summary>An indicator of the catalogue; the properties are those of indicare.h.</summary>
public sealed class Indicator {
    public string Id { get; }
    public string Title { get; }
    public string Family { get; }
    public string Unit { get; }
    public string Polarity { get; }
    public string Sentence { get; }
    public string Source { get; }

    internal Indicator(long index) {
        Id = Utf8.Constant(Native.indicare_indicator_id(index));
        Title = Utf8.Constant(Native.indicare_indicator_title(index));
        Family = Utf8.Constant(Native.indicare_indicator_family(index));
        Unit = Utf8.Constant(Native.indicare_indicator_unit(index));
        Polarity = Utf8.Constant(Native.indicare_indicator_polarity(index));
        Sentence = Utf8.Constant(Native.indicare_indicator_sentence(index));
        Source = Utf8.Constant(Native.indicare_indicator_source(index));
    }

    /// <summary>All indicators, in the order in which reports show them.</summary>
    public static IReadOnlyList<Indicator> Catalogue { get; } =
        Counting.List(Native.indicare_indicator_count(), i => new Indicator(i));
}

/// <summary>The library that is loaded.</summary>
public static class Library {
    /// <summary>Its version, as "0.1.0".</summary>
    public static string Version => Utf8.Constant(Native.indicare_version_text());
}

/// <summary>One figure of one authority, as it was when it was asked for.</summary>
public sealed class Figure {
    /// <summary>False when something that it needs was not given; Reason then tells what.</summary>
    public bool Available { get; internal set; }
    public string Reason { get; internal set; }
    public long Numerator { get; internal set; }
    /// <summary>The children counted among, or a population; null for a count, or without a figure.</summary>
    public long? Denominator { get; internal set; }
    /// <summary>Children of whom the returns do not tell whether they are counted.</summary>
    public long Undetermined { get; internal set; }
    /// <summary>The ratio in lowest terms, in the unit of the indicator: "200/3".</summary>
    public string Exact { get; internal set; }
    /// <summary>As a report prints it, "67", or the symbol "x", "z" or "k".</summary>
    public string Printed { get; internal set; }
    /// <summary>The least and the most that it can be; empty when nothing is undetermined.</summary>
    public string Low { get; internal set; }
    public string High { get; internal set; }
}

/// <summary>Between which a figure lies but for chance; empty where there are none.</summary>
public sealed class Limits {
    public string Low { get; internal set; }
    public string High { get; internal set; }
}

/// <summary>What is wrong, or worth saying, about the text that was given. Child and Value are personal data.</summary>
public sealed class Finding {
    public string Code { get; internal set; }
    public Severity Severity { get; internal set; }
    /// <summary>From 1; 0 where it is about no line.</summary>
    public long Line { get; internal set; }
    public string File { get; internal set; }
    public string Column { get; internal set; }
    public string Value { get; internal set; }
    public string Child { get; internal set; }
    public string Message { get; internal set; }
    public string Text { get; internal set; }

    public override string ToString() => Text;
}

/// <summary>A child behind a figure: personal data.</summary>
public sealed class ExplainedChild {
    public string Child { get; internal set; }
    public Membership Membership { get; internal set; }
    /// <summary>What the child adds to the numerator.</summary>
    public long Amount { get; internal set; }
    public string Reason { get; internal set; }
    /// <summary>Of one undetermined, what would decide.</summary>
    public string DecidedBy { get; internal set; }
}

/// <summary>What an indicator is laid beside.</summary>
public sealed class Benchmark {
    public string Kind { get; internal set; }
    public int Year { get; internal set; }
    public string Name { get; internal set; }
    public string Printed { get; internal set; }
    public string Answer { get; internal set; }
    public string Significance { get; internal set; }
}

/// <summary>The returns of one authority or of many, and what was computed from them.</summary>
/// <remarks>A stream that throws, or an action of ReplaceChild that does, leaves its table or child open,
/// and the session then refuses to compute: no figure is made of half a return.</remarks>
public sealed class Session : IDisposable {
    const int PieceSize = 1 << 18;
    internal readonly SessionHandle Handle;

    public Session() {
        var status = (Status)Native.indicare_create(out Handle);
        if (status != Status.Ok)
            throw new IndicareException(status, "session: it could not be made");
    }

    public void Dispose() { Handle.Dispose(); }

    // ---- What is given

    /// <summary>Sets an option or a policy: indicare_set_option lists them.</summary>
    public void SetOption(string name, string value) {
        byte[] n = Utf8.Bytes(name), v = Utf8.Bytes(value);
        Check(Native.indicare_set_option(Handle, n, n.Size(), v, v.Size()));
    }

    /// <summary>Gives a list of postcodes, before any table.</summary>
    public void GivePostcodes(string file, byte[] text) => Give(Native.indicare_give_postcodes, file, text);

    /// <summary>Gives the population aged 0-17, for the rates.</summary>
    public void GivePopulations(string file, byte[] text) => Give(Native.indicare_give_populations, file, text);

    /// <summary>Gives the population of one authority, "" where returns name none, in a reporting year.</summary>
    public void GivePopulation(string authority, int year, long people) {
        var name = Utf8.Bytes(authority);
        Check(Native.indicare_give_population(Handle, name, name.Size(), year, people));
    }

    /// <summary>Reads a table of the return of a year from CSV, piece by piece: the name of the table, or null
    /// when it is none, which a finding explains.</summary>
    public string ReadTable(string file, int year, Stream text) {
        var name = Utf8.Bytes(file);
        Check(Native.indicare_begin_table(Handle, name, name.Size(), year));
        Feed(text);
        return EndTable();
    }

    /// <summary>Reads a table that is in memory.</summary>
    public string ReadTable(string file, int year, byte[] text) => ReadTable(file, year, new MemoryStream(text));

    /// <summary>Reads a table from rows of values in the order of the columns; null is blank.</summary>
    public string ReadRows(string file, int year, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) {
        var name = Utf8.Bytes(file);
        using (var names = new Row(columns))
            Check(Native.indicare_begin_rows(Handle, name, name.Size(), year, names.Values, names.Lengths,
                                             names.Count));
        foreach (var row in rows)
            using (var values = new Row(row))
                Check(Native.indicare_add_row(Handle, values.Values, values.Lengths, values.Count));
        return EndTable();
    }

    /// <summary>Reads a whole return in its XML form; false when it is none, which a finding explains.</summary>
    public bool ReadXml(string file, int year, Stream text) {
        var name = Utf8.Bytes(file);
        Check(Native.indicare_begin_xml(Handle, name, name.Size(), year));
        Feed(text);
        int read;
        Check(Native.indicare_end_xml(Handle, out read));
        return read != 0;
    }

    /// <summary>Replaces all that is said of a child, who may be new, by the tables that `give` reads; the
    /// results are then those of now. Without any, the child is in the returns no more.</summary>
    public void ReplaceChild(string authority, string child, Action give) {
        byte[] a = Utf8.Bytes(authority), c = Utf8.Bytes(child);
        Check(Native.indicare_begin_child(Handle, a, a.Size(), c, c.Size()));
        give();
        Check(Native.indicare_end_child(Handle));
    }

    // ---- Results

    /// <summary>Computes every indicator for every authority as at a day.</summary>
    public void Compute(DateTime asAt) => Check(Native.indicare_compute(Handle, asAt.Number()));

    /// <summary>Makes the results those of a partial state, with the populations given here.</summary>
    public void Compute(State state) => Check(Native.indicare_compute_state(Handle, state.Handle));

    /// <summary>What the returns call the authorities, in order of their names.</summary>
    public IReadOnlyList<string> Authorities =>
        Counting.List(Number(Native.indicare_authority_count), i => Text(Native.indicare_authority_name, i));

    /// <summary>The figure of an indicator, by its id.</summary>
    public Figure Figure(long authority, string indicator) {
        var i = Find(indicator);
        int available, hasDenominator = 0;
        long numerator = 0, denominator = 0, undetermined = 0;
        Check(Native.indicare_figure_is_available(Handle, authority, i, out available));
        if (available != 0)
            Check(Native.indicare_figure_numbers(Handle, authority, i, out numerator, out hasDenominator,
                                                 out denominator, out undetermined));
        return new Figure {
            Available = available != 0,
            Reason = Text(Native.indicare_figure_reason, authority, i),
            Numerator = numerator,
            Denominator = hasDenominator != 0 ? denominator : (long?)null,
            Undetermined = undetermined,
            Exact = Text(Native.indicare_figure_exact, authority, i),
            Printed = Text(Native.indicare_figure_printed, authority, i),
            Low = Text(Native.indicare_figure_low, authority, i),
            High = Text(Native.indicare_figure_high, authority, i)
        };
    }

    /// <summary>The confidence limits of a figure, at a percentage above 0 and below 100.</summary>
    public Limits Limits(long authority, string indicator, string confidence = "95") {
        var i = Find(indicator);
        var c = Utf8.Bytes(confidence);
        return new Limits {
            Low = Text((SessionHandle s, byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
                Native.indicare_figure_limit_low(s, authority, i, c, c.Size(), buffer, capacity, out length)),
            High = Text((SessionHandle s, byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
                Native.indicare_figure_limit_high(s, authority, i, c, c.Size(), buffer, capacity, out length))
        };
    }

    /// <summary>Whether a figure differs from a number in its unit by more than chance explains: "similar".</summary>
    public string Significance(long authority, string indicator, string number) {
        var n = Utf8.Bytes(number);
        IntPtr significance;
        Check(Native.indicare_figure_significance(Handle, authority, Find(indicator), n, n.Size(), out significance));
        return Utf8.Constant(significance);
    }

    /// <summary>What a reader should know of an authority's figures.</summary>
    public IReadOnlyList<string> Notes(long authority) {
        long count;
        Check(Native.indicare_note_count(Handle, authority, out count));
        return Counting.List(count, i => Text(Native.indicare_note, authority, i));
    }

    public string ResultsAsCsv() => Text(Native.indicare_results_as_csv);

    public string ResultsAsJson() => Text(Native.indicare_results_as_json);

    /// <summary>The findings that are kept, in the order in which they were found.</summary>
    public IReadOnlyList<Finding> Findings =>
        Counting.List(Number(Native.indicare_finding_count), FindingAt);

    /// <summary>How many findings there are of a severity, kept or not.</summary>
    public long FindingTotal(Severity severity) {
        long total;
        Check(Native.indicare_finding_total(Handle, (int)severity, out total));
        return total;
    }

    /// <summary>The children in the numerator of a figure, in its denominator, and undetermined.</summary>
    public IReadOnlyList<ExplainedChild> Explain(long authority, string indicator) {
        Check(Native.indicare_explain(Handle, authority, Find(indicator)));
        return Counting.List(Number(Native.indicare_explained_count), ExplainedAt);
    }

    // ---- Comparators

    /// <summary>Gives the published statistics that come with the library.</summary>
    public void UseBundledBenchmarks() => Check(Native.indicare_use_bundled_benchmarks(Handle));

    /// <summary>Gives one more published file, as it is downloaded.</summary>
    public void GiveBenchmarks(string file, byte[] text) => Give(Native.indicare_give_benchmarks, file, text);

    /// <summary>Lays an authority's figures as at 31 March of a year beside the benchmarks.</summary>
    public void Compare(string authority, int year) {
        var name = Utf8.Bytes(authority);
        Check(Native.indicare_compare(Handle, name, name.Size(), year));
    }

    /// <summary>What an indicator was laid beside by Compare.</summary>
    public IReadOnlyList<Benchmark> Benchmarks(string indicator) {
        var i = Find(indicator);
        long count;
        Check(Native.indicare_benchmark_count(Handle, i, out count));
        return Counting.List(count, b => BenchmarkAt(i, b));
    }

    // ---- Documents: made in a format, "text", "csv", "json" and so on, kept until the next is made

    /// <summary>The document that was made last.</summary>
    public string Document => Text(Native.indicare_document);

    /// <summary>Writes the document's bytes to a stream, in pieces.</summary>
    public void WriteDocument(Stream stream) {
        ExceptionDispatchInfo failure = null;
        Native.Writer writer = (context, bytes, length) => {
            try {
                var piece = new byte[length.ToUInt64()];
                Marshal.Copy(bytes, piece, 0, piece.Length);
                stream.Write(piece, 0, piece.Length);
                return 0;
            } catch (Exception e) { // none may pass through the library
                failure = ExceptionDispatchInfo.Capture(e);
                return 1;
            }
        };
        var status = Native.indicare_write_document(Handle, writer, IntPtr.Zero);
        GC.KeepAlive(writer);
        failure?.Throw();
        Check(status);
    }

    /// <summary>Makes an explanation of a figure, and of how far it is from a target, "" for none.</summary>
    public void MakeExplanation(long authority, string indicator, string target, string format) {
        byte[] t = Utf8.Bytes(target), f = Utf8.Bytes(format);
        Check(Native.indicare_make_explanation(Handle, authority, Find(indicator), t, t.Size(), f, f.Size()));
    }

    /// <summary>Makes a document of how a figure moved since a day before.</summary>
    public void MakeMovement(long authority, string indicator, DateTime since, string format) {
        var f = Utf8.Bytes(format);
        Check(Native.indicare_make_movement(Handle, authority, Find(indicator), since.Number(), f, f.Size()));
    }

    /// <summary>Makes a document of one child's life in care.</summary>
    public void MakeLife(long authority, string child, string format) {
        byte[] c = Utf8.Bytes(child), f = Utf8.Bytes(format);
        Check(Native.indicare_make_life(Handle, authority, c, c.Size(), f, f.Size()));
    }

    /// <summary>Makes a document of what is wrong in the returns; asks for the option "checks".</summary>
    public void MakeCheck(DateTime asAt, string format) {
        var f = Utf8.Bytes(format);
        Check(Native.indicare_make_check(Handle, asAt.Number(), f, f.Size()));
    }

    /// <summary>Makes a document of an authority's figures beside the benchmarks.</summary>
    public void MakeComparison(string authority, int year, string format) {
        byte[] a = Utf8.Bytes(authority), f = Utf8.Bytes(format);
        Check(Native.indicare_make_comparison(Handle, a, a.Size(), year, f, f.Size()));
    }

    /// <summary>Makes the report for a committee, with the trend over some years up to `year`.</summary>
    public void MakeReport(string authority, int year, int years, string format) {
        byte[] a = Utf8.Bytes(authority), f = Utf8.Bytes(format);
        Check(Native.indicare_make_report(Handle, a, a.Size(), year, years, f, f.Size()));
    }

    // ---- Audit and disclosure

    /// <summary>Adds claims, a scorecard or a published file for the next audit or disclosure.</summary>
    public void GiveClaims(string file, byte[] text) => Give(Native.indicare_give_claims, file, text);

    public void ForgetClaims() => Check(Native.indicare_forget_claims(Handle));

    /// <summary>Sets who is asked now and then during an audit whether to go on; null for nobody. An
    /// exception that it throws ends the audit as false does.</summary>
    public void SetPatience(Func<bool> goOn) {
        Native.Patience patience = null;
        if (goOn != null)
            patience = context => {
                try {
                    return goOn() ? 0 : 1;
                } catch (Exception) { // none may pass through the library
                    return 1;
                }
            };
        Check(Native.indicare_set_patience(Handle, patience, IntPtr.Zero));
        Handle.Patience = patience; // lives as long as the library may call it
    }

    /// <summary>Makes a document of whether all claims that were given can be true.</summary>
    public Verdict MakeAudit(string rounding, string format) {
        byte[] r = Utf8.Bytes(rounding), f = Utf8.Bytes(format);
        int verdict;
        Check(Native.indicare_make_audit(Handle, r, r.Size(), f, f.Size(), out verdict));
        return (Verdict)verdict;
    }

    /// <summary>Hides the numbers from 1 to `small` so that at least `values` remain possible for each.</summary>
    public Verdict MakeDisclosure(string file, byte[] text, long small, long values, string format) {
        byte[] n = Utf8.Bytes(file), f = Utf8.Bytes(format);
        int verdict;
        Check(Native.indicare_make_disclosure(Handle, n, n.Size(), text, text.Size(), small, values, f, f.Size(),
                                              out verdict));
        return (Verdict)verdict;
    }

    /// <summary>Makes a document of what can be recovered of the numbers that a text hides.</summary>
    public Verdict MakeRecovery(string file, byte[] text, long values, string format) {
        byte[] n = Utf8.Bytes(file), f = Utf8.Bytes(format);
        int verdict;
        Check(Native.indicare_make_recovery(Handle, n, n.Size(), text, text.Size(), values, f, f.Size(),
                                            out verdict));
        return (Verdict)verdict;
    }

    // ---- How

    internal void Check(int status) {
        if (status != (int)Status.Ok)
            throw new IndicareException((Status)status, Text(Native.indicare_error_text));
    }

    static long Find(string indicator) {
        var id = Utf8.Bytes(indicator);
        var index = Native.indicare_find_indicator(id, id.Size());
        if (index < 0)
            throw new IndicareException(Status.NotFound,
                                        $"indicator: expected the id of an indicator, not \"{indicator}\"");
        return index;
    }

    void Give(Native.GiveText give, string file, byte[] text) {
        var name = Utf8.Bytes(file);
        Check(give(Handle, name, name.Size(), text, text.Size()));
    }

    void Feed(Stream text) {
        var piece = new byte[PieceSize];
        for (int count; (count = text.Read(piece, 0, piece.Length)) > 0;)
            Check(Native.indicare_feed(Handle, piece, new UIntPtr((uint)count)));
    }

    string EndTable() {
        IntPtr table;
        Check(Native.indicare_end_table(Handle, out table));
        return Utf8.Constant(table);
    }

    Finding FindingAt(long finding) {
        IntPtr code;
        int severity;
        long line;
        Check(Native.indicare_finding(Handle, finding, out code, out severity, out line));
        return new Finding {
            Code = Utf8.Constant(code),
            Severity = (Severity)severity,
            Line = line,
            File = Text(Native.indicare_finding_file, finding),
            Column = Text(Native.indicare_finding_column, finding),
            Value = Text(Native.indicare_finding_value, finding),
            Child = Text(Native.indicare_finding_child, finding),
            Message = Text(Native.indicare_finding_message, finding),
            Text = Text(Native.indicare_finding_as_text, finding)
        };
    }

    ExplainedChild ExplainedAt(long place) {
        int membership;
        long amount;
        Check(Native.indicare_explained(Handle, place, out membership, out amount));
        return new ExplainedChild {
            Child = Text(Native.indicare_explained_child, place),
            Membership = (Membership)membership,
            Amount = amount,
            Reason = Text(Native.indicare_explained_reason, place),
            DecidedBy = Text(Native.indicare_explained_decided_by, place)
        };
    }

    Benchmark BenchmarkAt(long indicator, long benchmark) {
        IntPtr kind, answer, significance;
        int year;
        Check(Native.indicare_benchmark(Handle, indicator, benchmark, out kind, out year, out answer,
                                        out significance));
        return new Benchmark {
            Kind = Utf8.Constant(kind),
            Year = year,
            Name = Text(Native.indicare_benchmark_name, indicator, benchmark),
            Printed = Text(Native.indicare_benchmark_printed, indicator, benchmark),
            Answer = Utf8.Constant(answer),
            Significance = Utf8.Constant(significance)
        };
    }

    long Number(Native.CountOf function) {
        long number;
        Check(function(Handle, out number));
        return number;
    }

    string Text(Native.TextOf function) =>
        Utf8.Text((byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
            function(Handle, buffer, capacity, out length), Check);

    string Text(Native.TextAt function, long index) =>
        Text((SessionHandle s, byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
            function(s, index, buffer, capacity, out length));

    string Text(Native.TextAtTwo function, long outer, long inner) =>
        Text((SessionHandle s, byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
            function(s, outer, inner, buffer, capacity, out length));
}

/// <summary>What was counted of some children or authorities, without their records.</summary>
public sealed class State : IDisposable {
    internal readonly StateHandle Handle;

    /// <summary>A state of nothing.</summary>
    public State() {
        var status = (Status)Native.indicare_create_state(out Handle);
        if (status != Status.Ok)
            throw new IndicareException(status, "state: it could not be made");
    }

    /// <summary>The state of all that a session has read, as at the day that it last computed.</summary>
    public static State Of(Session session) => Made(state => session.Check(
        Native.indicare_take_state(session.Handle, state.Handle)));

    /// <summary>The state that ToBytes gave.</summary>
    public static State Of(byte[] bytes) => Made(state => state.Check(
        Native.indicare_read_state(state.Handle, bytes, bytes.Size())));

    public void Dispose() { Handle.Dispose(); }

    /// <summary>Takes in what another counted; Status.Conflict when they do not go together.</summary>
    public void Merge(State other) => Check(Native.indicare_merge_state(Handle, other.Handle));

    /// <summary>Takes it out again.</summary>
    public void Subtract(State other) => Check(Native.indicare_subtract_state(Handle, other.Handle));

    /// <summary>Forgets the marks of children, when all parts of each authority have been merged.</summary>
    public void ForgetChildren() => Check(Native.indicare_forget_children(Handle));

    /// <summary>The state as bytes, the same on every machine.</summary>
    public byte[] ToBytes() => Utf8.Raw((byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
        Native.indicare_state_bytes(Handle, buffer, capacity, out length), Check);

    static State Made(Action<State> make) {
        var state = new State();
        try {
            make(state);
            return state;
        } catch {
            state.Dispose();
            throw;
        }
    }

    void Check(int status) {
        if (status != (int)Status.Ok)
            throw new IndicareException((Status)status, Utf8.Text(
                (byte[] buffer, UIntPtr capacity, out UIntPtr length) =>
                    Native.indicare_state_error_text(Handle, buffer, capacity, out length), Check));
    }
}

sealed class SessionHandle : SafeHandle {
    internal Native.Patience Patience;

    public SessionHandle() : base(IntPtr.Zero, true) {}

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle() {
        Native.indicare_destroy(handle);
        return true;
    }
}

sealed class StateHandle : SafeHandle {
    public StateHandle() : base(IntPtr.Zero, true) {}

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle() {
        Native.indicare_destroy_state(handle);
        return true;
    }
}

/// The values of a row in one piece of memory that stays where it is, and pointers to each.
sealed class Row : IDisposable {
    readonly GCHandle pinned;
    internal readonly IntPtr[] Values;
    internal readonly UIntPtr[] Lengths;
    internal long Count => Values.Length;

    internal Row(IEnumerable<string> texts) {
        var values = texts.Select(text => text == null ? null : Utf8.Bytes(text)).ToArray();
        var memory = new byte[values.Sum(v => v?.Length ?? 0) + 1];
        pinned = GCHandle.Alloc(memory, GCHandleType.Pinned);
        Values = new IntPtr[values.Length];
        Lengths = new UIntPtr[values.Length];
        for (int i = 0, at = 0; i < values.Length; at += values[i]?.Length ?? 0, ++i) {
            if (values[i] == null)
                continue;
            Buffer.BlockCopy(values[i], 0, memory, at, values[i].Length);
            Values[i] = pinned.AddrOfPinnedObject() + at;
            Lengths[i] = values[i].Size();
        }
    }

    public void Dispose() { pinned.Free(); }
}

static class Counting {
    internal static IReadOnlyList<T> List<T>(long count, Func<long, T> at) {
        var list = new List<T>((int)count);
        for (var i = 0L; i < count; ++i)
            list.Add(at(i));
        return list;
    }

    internal static int Number(this DateTime day) => day.Year * 10000 + day.Month * 100 + day.Day;

    internal static UIntPtr Size(this byte[] bytes) => new UIntPtr((ulong)bytes.LongLength);
}

static class Utf8 {
    internal delegate int Output(byte[] buffer, UIntPtr capacity, out UIntPtr length);

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// A constant of the library; null for NULL.
    internal static string Constant(IntPtr text) {
        if (text == IntPtr.Zero)
            return null;
        var length = 0;
        while (Marshal.ReadByte(text, length) != 0)
            ++length;
        var bytes = new byte[length];
        Marshal.Copy(text, bytes, 0, length);
        return Encoding.UTF8.GetString(bytes);
    }

    internal static string Text(Output output, Action<int> check) => Encoding.UTF8.GetString(Raw(output, check));

    /// What a function writes into a buffer; most texts fit into the first.
    internal static byte[] Raw(Output output, Action<int> check) {
        var buffer = new byte[1024];
        UIntPtr length;
        var status = output(buffer, buffer.Size(), out length);
        if (status == (int)Status.BufferTooSmall) {
            buffer = new byte[length.ToUInt64() + 1];
            status = output(buffer, buffer.Size(), out length);
        }
        check(status);
        Array.Resize(ref buffer, (int)length.ToUInt64());
        return buffer;
    }
}

/// The functions of indicare.h; each is looked for when it is first called.
static class Native {
    const string Name = "indicare";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Writer(IntPtr context, IntPtr bytes, UIntPtr length);
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Patience(IntPtr context);

    // The shapes that many functions share.
    internal delegate int CountOf(SessionHandle session, out long count);
    internal delegate int TextOf(SessionHandle session, byte[] buffer, UIntPtr capacity, out UIntPtr length);
    internal delegate int TextAt(SessionHandle session, long index, byte[] buffer, UIntPtr capacity,
                                 out UIntPtr length);
    internal delegate int TextAtTwo(SessionHandle session, long outer, long inner, byte[] buffer, UIntPtr capacity,
                                    out UIntPtr length);
    internal delegate int GiveText(SessionHandle session, byte[] file, UIntPtr fileLength, byte[] text,
                                   UIntPtr textLength);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_version_text();
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern long indicare_indicator_count();
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern long indicare_find_indicator(byte[] id, UIntPtr idLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_id(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_title(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_family(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_unit(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_polarity(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_sentence(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern IntPtr indicare_indicator_source(long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_create(out SessionHandle session);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern void indicare_destroy(IntPtr session);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_error_text(SessionHandle session, byte[] buffer, UIntPtr capacity, out
        UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_set_option(SessionHandle session, byte[] name, UIntPtr nameLength, byte[]
        value, UIntPtr valueLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_give_postcodes(SessionHandle session, byte[] file, UIntPtr fileLength,
        byte[] text, UIntPtr textLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_give_populations(SessionHandle session, byte[] file, UIntPtr fileLength,
        byte[] text, UIntPtr textLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_give_benchmarks(SessionHandle session, byte[] file, UIntPtr fileLength,
        byte[] text, UIntPtr textLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_give_claims(SessionHandle session, byte[] file, UIntPtr fileLength, byte[]
        text, UIntPtr textLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_give_population(SessionHandle session, byte[] authority, UIntPtr
        authorityLength, int year, long people);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_begin_table(SessionHandle session, byte[] file, UIntPtr fileLength, int year);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_feed(SessionHandle session, byte[] text, UIntPtr textLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_end_table(SessionHandle session, out IntPtr table);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_begin_rows(SessionHandle session, byte[] file, UIntPtr fileLength, int
        year, IntPtr[] columns, UIntPtr[] lengths, long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_add_row(SessionHandle session, IntPtr[] values, UIntPtr[] lengths, long
        count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_begin_xml(SessionHandle session, byte[] file, UIntPtr fileLength, int year);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_end_xml(SessionHandle session, out int read);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_compute(SessionHandle session, int asAt);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_compute_state(SessionHandle session, StateHandle state);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_authority_count(SessionHandle session, out long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_authority_name(SessionHandle session, long authority, byte[] buffer,
        UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_is_available(SessionHandle session, long authority, long indicator,
        out int available);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_numbers(SessionHandle session, long authority, long indicator, out
        long numerator, out int hasDenominator, out long denominator, out long undetermined);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_reason(SessionHandle session, long authority, long indicator,
        byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_exact(SessionHandle session, long authority, long indicator, byte[]
        buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_printed(SessionHandle session, long authority, long indicator,
        byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_low(SessionHandle session, long authority, long indicator, byte[]
        buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_high(SessionHandle session, long authority, long indicator, byte[]
        buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_limit_low(SessionHandle session, long authority, long indicator,
        byte[] confidence, UIntPtr confidenceLength, byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_limit_high(SessionHandle session, long authority, long indicator,
        byte[] confidence, UIntPtr confidenceLength, byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_figure_significance(SessionHandle session, long authority, long indicator,
        byte[] number, UIntPtr numberLength, out IntPtr significance);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_note_count(SessionHandle session, long authority, out long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_note(SessionHandle session, long authority, long note, byte[] buffer,
        UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_results_as_csv(SessionHandle session, byte[] buffer, UIntPtr capacity, out
        UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_results_as_json(SessionHandle session, byte[] buffer, UIntPtr capacity,
        out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_total(SessionHandle session, int severity, out long total);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_count(SessionHandle session, out long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding(SessionHandle session, long finding, out IntPtr code, out int
        severity, out long line);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_file(SessionHandle session, long finding, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_column(SessionHandle session, long finding, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_value(SessionHandle session, long finding, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_child(SessionHandle session, long finding, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_message(SessionHandle session, long finding, byte[] buffer,
        UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_finding_as_text(SessionHandle session, long finding, byte[] buffer,
        UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explain(SessionHandle session, long authority, long indicator);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explained_count(SessionHandle session, out long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explained(SessionHandle session, long place, out int membership, out long
        amount);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explained_child(SessionHandle session, long place, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explained_reason(SessionHandle session, long place, byte[] buffer, UIntPtr
        capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_explained_decided_by(SessionHandle session, long place, byte[] buffer,
        UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_document(SessionHandle session, byte[] buffer, UIntPtr capacity, out
        UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_write_document(SessionHandle session, Writer writer, IntPtr context);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_set_patience(SessionHandle session, Patience patience, IntPtr context);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_explanation(SessionHandle session, long authority, long indicator,
        byte[] target, UIntPtr targetLength, byte[] format, UIntPtr formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_movement(SessionHandle session, long authority, long indicator, int
        since, byte[] format, UIntPtr formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_life(SessionHandle session, long authority, byte[] child, UIntPtr
        childLength, byte[] format, UIntPtr formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_check(SessionHandle session, int asAt, byte[] format, UIntPtr
        formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_use_bundled_benchmarks(SessionHandle session);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_compare(SessionHandle session, byte[] authority, UIntPtr authorityLength,
        int year);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_benchmark_count(SessionHandle session, long indicator, out long count);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_benchmark(SessionHandle session, long indicator, long benchmark, out
        IntPtr kind, out int year, out IntPtr answer, out IntPtr significance);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_benchmark_name(SessionHandle session, long indicator, long benchmark,
        byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_benchmark_printed(SessionHandle session, long indicator, long benchmark,
        byte[] buffer, UIntPtr capacity, out UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_comparison(SessionHandle session, byte[] authority, UIntPtr
        authorityLength, int year, byte[] format, UIntPtr formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_report(SessionHandle session, byte[] authority, UIntPtr
        authorityLength, int year, int years, byte[] format, UIntPtr formatLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_forget_claims(SessionHandle session);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_audit(SessionHandle session, byte[] rounding, UIntPtr roundingLength,
        byte[] format, UIntPtr formatLength, out int verdict);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_disclosure(SessionHandle session, byte[] file, UIntPtr fileLength,
        byte[] text, UIntPtr textLength, long small, long values, byte[] format, UIntPtr formatLength, out int
        verdict);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_make_recovery(SessionHandle session, byte[] file, UIntPtr fileLength,
        byte[] text, UIntPtr textLength, long values, byte[] format, UIntPtr formatLength, out int verdict);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_begin_child(SessionHandle session, byte[] authority, UIntPtr
        authorityLength, byte[] child, UIntPtr childLength);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_end_child(SessionHandle session);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_create_state(out StateHandle state);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern void indicare_destroy_state(IntPtr state);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_state_error_text(StateHandle state, byte[] buffer, UIntPtr capacity, out
        UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_take_state(SessionHandle session, StateHandle state);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_merge_state(StateHandle state, StateHandle other);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_subtract_state(StateHandle state, StateHandle other);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_forget_children(StateHandle state);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_state_bytes(StateHandle state, byte[] buffer, UIntPtr capacity, out
        UIntPtr length);
    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int indicare_read_state(StateHandle state, byte[] bytes, UIntPtr bytesLength);
}

} // namespace Indicare
