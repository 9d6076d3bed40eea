// What the binding for C# promises. Ends with 1 when something does not hold, and tells what.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Indicare;

static class BindingTest {
    static readonly DateTime AsAt = new DateTime(2023, 3, 31);

    const string Columns =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";

    // Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a children's
    // home. A, B and C started in the year, and B ceased.
    static readonly string FourChildren = Columns + "\n" +
        "A,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n" +
        "B,01/07/2022,S,C2,N1,U4,PR1,01/02/2023,E4A,,,,\n" +
        "C,15/01/2023,S,V2,N1,K2,PR4,,,,,,\n" +
        "D,01/05/2022,P,C2,N1,U4,PR1,,,,,,\n";

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static Session Computed(string episodes) {
        var session = new Session();
        session.ReadTable("episodes.csv", 2023, Bytes(episodes));
        session.Compute(AsAt);
        return session;
    }

    static void Same<T>(T expected, T found) {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            throw new Exception($"expected {expected}, found {found}");
    }

    static void Holds(string text, string part) {
        if (!text.Contains(part))
            throw new Exception($"expected something with \"{part}\", found {text}");
    }

    static string Refused(Status status, Action call) {
        try {
            call();
        } catch (IndicareException e) {
            Same(status, e.Status);
            return e.Message;
        }
        throw new Exception($"expected {status}, and it was done");
    }

    static void TheCatalogueTellsWhatIndicatorsAre() {
        var fostered = Indicator.Catalogue.Single(indicator => indicator.Id == "in_foster_care");
        Same("percent", fostered.Unit);
        Same("high", fostered.Polarity);
        Same("Placements", fostered.Family);
        Holds(fostered.Sentence, "foster carers");
        Same(3, Library.Version.Split('.').Length);
    }

    static void AReturnBecomesFigures() {
        using (var session = new Session()) {
            session.GivePopulation("", 2023, 30000);
            Same("Episodes", session.ReadTable("episodes.csv", 2023, Bytes(FourChildren)));
            session.Compute(AsAt);
            var count = session.Figure(0, "looked_after");
            Same(true, count.Available);
            Same(3L, count.Numerator);
            Same(null, count.Denominator);
            var share = session.Figure(0, "in_foster_care");
            Same(2L, share.Numerator);
            Same(3L, share.Denominator);
            Same("200/3", share.Exact);
            Same("67", share.Printed);
            Same("1", session.Figure(0, "looked_after_rate").Exact);
            // D had one placement since 1 May, and an unknown number in April.
            var stability = session.Figure(0, "three_or_more_placements");
            Same(1L, stability.Undetermined);
            Same("0 to 33", $"{stability.Low} to {stability.High}");
            var absent = session.Figure(0, "unaccompanied");
            Same(false, absent.Available);
            Same("x", absent.Printed);
            Holds(absent.Reason, "no UASC table");
            Holds(session.ResultsAsCsv(), ",2023-03-31,in_foster_care,percent,2,3,0,67,,,\n");
            Holds(session.ResultsAsJson(), "\"exact\": \"200/3\"");
        }
    }

    static void FiguresHaveNotes() {
        using (var session = Computed(FourChildren)) {
            Same(0, session.Notes(0).Count);
            session.Compute(new DateTime(2023, 3, 30));
            Holds(session.Notes(0).Single(), "does not end on 31 March");
        }
    }

    static void TextGoesThroughAsUtf8() {
        using (var session = new Session()) {
            session.SetOption("authority", "Ynys Môn – 漢字 😀");
            session.ReadTable("blwyddyn/ŵyth.csv", 2023, Bytes(Columns + "\nÉlan,31/02/2022,S,C2,N1,U4,PR1,,,,,,\n"));
            session.Compute(AsAt);
            Same("Ynys Môn – 漢字 😀", session.Authorities.Single());
            var finding = session.Findings.First();
            Same("blwyddyn/ŵyth.csv", finding.File);
            Same("Élan", finding.Child);
        }
    }

    static void FindingsTellWhatIsWrong() {
        using (var session = Computed(Columns + "\nB,01/06/2022,S,C2,N1,U4,PR1,31/02/2023,E4A,,,,\n")) {
            var finding = session.Findings.Single(f => f.Severity == Severity.Error);
            Same("date_malformed", finding.Code);
            Same(2L, finding.Line);
            Same("DEC", finding.Column);
            Same("31/02/2023", finding.Value);
            Holds(finding.ToString(), "episodes.csv:2: child B: DEC \"31/02/2023\"");
            Same(1L, session.FindingTotal(Severity.Error));
            Same(null, session.ReadTable("ages.csv", 2023, Bytes("Name,Age\nA,7\n")));
        }
    }

    /// A stream that gives one byte at a time, and may break off.
    sealed class Drops : MemoryStream {
        readonly long end;
        internal Drops(byte[] bytes, long breaksOffAt = long.MaxValue) : base(bytes) { end = breaksOffAt; }

        public override int Read(byte[] buffer, int offset, int count) {
            if (Position == end)
                throw new IOException("it broke off");
            return base.Read(buffer, offset, Math.Min(count, 1));
        }
    }

    static void TextComesInPieces() {
        using (var whole = Computed(FourChildren))
        using (var pieces = new Session()) {
            pieces.ReadTable("episodes.csv", 2023, new Drops(Bytes(FourChildren)));
            pieces.Compute(AsAt);
            Same(whole.ResultsAsCsv(), pieces.ResultsAsCsv());
        }
        using (var broken = new Session()) {
            try {
                broken.ReadTable("episodes.csv", 2023, new Drops(Bytes(FourChildren), 150));
                throw new Exception("expected an IOException");
            } catch (IOException) {
                Refused(Status.WrongOrder, () => broken.Compute(AsAt)); // not of half a return
            }
        }
    }

    static void ErrorsSayWhatWasExpected() {
        var session = new Session();
        Holds(Refused(Status.NotFound, () => session.SetOption("colour", "red")), "colour");
        Refused(Status.InvalidArgument, () => session.SetOption("leap_day_birthday", "never"));
        Refused(Status.WrongOrder, () => session.Compute(AsAt));
        Refused(Status.NotRecognised, () => session.GivePostcodes("p.csv", Bytes("a,b\n")));
        Refused(Status.OutOfRange, () => session.ReadTable("e.csv", 1066, Bytes(FourChildren)));
        Holds(Refused(Status.NotFound, () => session.Figure(0, "happiness")), "happiness");
        session.Dispose();
        session.Dispose();
        try {
            session.Compute(AsAt);
            throw new Exception("expected an ObjectDisposedException");
        } catch (ObjectDisposedException) {
        }
    }

    static int Main() {
        var failed = 0;
        foreach (Action test in new Action[] {
            TheCatalogueTellsWhatIndicatorsAre, AReturnBecomesFigures, FiguresHaveNotes, TextGoesThroughAsUtf8,
            FindingsTellWhatIsWrong, TextComesInPieces, ErrorsSayWhatWasExpected
        })
            try {
                test();
            } catch (Exception e) {
                Console.Error.WriteLine($"{test.Method.Name}: {e}");
                ++failed;
            }
        return failed == 0 ? 0 : 1;
    }
}
