// What the binding for Java promises. Ends with 1 when something does not hold, and tells what.

import indicare.Indicare;
import indicare.Indicare.IndicareException;
import indicare.Indicare.Session;
import indicare.Indicare.Severity;
import indicare.Indicare.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

final class BindingTest {
    private static final LocalDate AS_AT = LocalDate.of(2023, 3, 31);

    private static final String COLUMNS =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";

    // Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a children's
    // home. A, B and C started in the year, and B ceased.
    private static final String FOUR_CHILDREN = COLUMNS + """

        A,01/06/2022,S,C2,N1,U4,PR1,,,,,,
        B,01/07/2022,S,C2,N1,U4,PR1,01/02/2023,E4A,,,,
        C,15/01/2023,S,V2,N1,K2,PR4,,,,,,
        D,01/05/2022,P,C2,N1,U4,PR1,,,,,,
        """;

    /** A test may throw what it likes. */
    private interface Test {
        void run() throws Exception;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Session computed(String episodes) {
        var session = new Session();
        session.readTable("episodes.csv", 2023, bytes(episodes));
        session.compute(AS_AT);
        return session;
    }

    private static void same(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static void holds(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("expected something with \"" + part + "\", found " + text);
        }
    }

    private static <E extends Throwable> E thrown(Class<E> kind, Test call) throws Exception {
        try {
            call.run();
        } catch (Throwable e) {
            if (kind.isInstance(e)) {
                return kind.cast(e);
            }
            throw e;
        }
        throw new AssertionError("expected " + kind + ", and it was done");
    }

    private static String refused(Status status, Test call) throws Exception {
        var refusal = thrown(IndicareException.class, call);
        same(status, refusal.status());
        return refusal.getMessage();
    }

    private static void theCatalogueTellsWhatIndicatorsAre() {
        var fostered = Indicare.catalogue().stream().filter(each -> each.id().equals("in_foster_care")).toList();
        same(1, fostered.size());
        same("percent", fostered.get(0).unit());
        same("high", fostered.get(0).polarity());
        same("Placements", fostered.get(0).family());
        holds(fostered.get(0).sentence(), "foster carers");
        same(3, Indicare.version().split("\\.").length);
    }

    private static void aReturnBecomesFigures() {
        try (var session = new Session()) {
            session.givePopulation("", 2023, 30000);
            same("Episodes", session.readTable("episodes.csv", 2023, bytes(FOUR_CHILDREN)));
            session.compute(AS_AT);
            var count = session.figure(0, "looked_after");
            same(true, count.available());
            same(3L, count.numerator());
            same(OptionalLong.empty(), count.denominator());
            var share = session.figure(0, "in_foster_care");
            same(2L, share.numerator());
            same(OptionalLong.of(3), share.denominator());
            same("200/3", share.exact());
            same("67", share.printed());
            same("1", session.figure(0, "looked_after_rate").exact());
            // D had one placement since 1 May, and an unknown number in April.
            var stability = session.figure(0, "three_or_more_placements");
            same(1L, stability.undetermined());
            same("0 to 33", stability.low() + " to " + stability.high());
            var absent = session.figure(0, "unaccompanied");
            same(false, absent.available());
            same("x", absent.printed());
            holds(absent.reason(), "no UASC table");
            holds(session.resultsAsCsv(), ",2023-03-31,in_foster_care,percent,2,3,0,67,,,\n");
            holds(session.resultsAsJson(), "\"exact\": \"200/3\"");
        }
    }

    private static void figuresHaveNotes() {
        try (var session = computed(FOUR_CHILDREN)) {
            same(List.of(), session.notes(0));
            session.compute(LocalDate.of(2023, 3, 30));
            same(1, session.notes(0).size());
            holds(session.notes(0).get(0), "does not end on 31 March");
        }
    }

    private static void textGoesThroughAsUtf8() {
        try (var session = new Session()) {
            session.setOption("authority", "Ynys Môn – 漢字 😀");
            session.readTable("blwyddyn/ŵyth.csv", 2023,
                              bytes(COLUMNS + "\nÉlan,31/02/2022,S,C2,N1,U4,PR1,,,,,,\n"));
            session.compute(AS_AT);
            same(List.of("Ynys Môn – 漢字 😀"), session.authorities());
            var finding = session.findings().get(0);
            same("blwyddyn/ŵyth.csv", finding.file());
            same("Élan", finding.child());
        }
    }

    private static void findingsTellWhatIsWrong() {
        try (var session = computed(COLUMNS + "\nB,01/06/2022,S,C2,N1,U4,PR1,31/02/2023,E4A,,,,\n")) {
            var errors = session.findings().stream().filter(each -> each.severity() == Severity.ERROR).toList();
            same(1, errors.size());
            same("date_malformed", errors.get(0).code());
            same(2L, errors.get(0).line());
            same("DEC", errors.get(0).column());
            same("31/02/2023", errors.get(0).value());
            holds(errors.get(0).toString(), "episodes.csv:2: child B: DEC \"31/02/2023\"");
            same(1L, session.findingTotal(Severity.ERROR));
            same(null, session.readTable("ages.csv", 2023, bytes("Name,Age\nA,7\n")));
        }
    }

    /** Text that comes byte by byte, and breaks off. */
    private static InputStream drops(String text, int breaksOffAt) {
        return new ByteArrayInputStream(bytes(text)) {
            @Override
            public int read(byte[] piece) throws IOException {
                if (pos == breaksOffAt) {
                    throw new IOException("it broke off");
                }
                return read(piece, 0, 1);
            }
        };
    }

    private static void textComesInPieces() throws Exception {
        try (var whole = computed(FOUR_CHILDREN); var pieces = new Session()) {
            pieces.readTable("episodes.csv", 2023, drops(FOUR_CHILDREN, -1));
            pieces.compute(AS_AT);
            same(whole.resultsAsCsv(), pieces.resultsAsCsv());
        }
        try (var broken = new Session()) {
            thrown(IOException.class, () -> broken.readTable("episodes.csv", 2023, drops(FOUR_CHILDREN, 150)));
            refused(Status.WRONG_ORDER, () -> broken.compute(AS_AT)); // not of half a return
        }
    }

    private static void errorsSayWhatWasExpected() throws Exception {
        var session = new Session();
        holds(refused(Status.NOT_FOUND, () -> session.setOption("colour", "red")), "colour");
        refused(Status.INVALID_ARGUMENT, () -> session.setOption("leap_day_birthday", "never"));
        refused(Status.WRONG_ORDER, () -> session.compute(AS_AT));
        refused(Status.NOT_RECOGNISED, () -> session.givePostcodes("p.csv", bytes("a,b\n")));
        refused(Status.OUT_OF_RANGE, () -> session.readTable("e.csv", 1066, bytes(FOUR_CHILDREN)));
        holds(refused(Status.NOT_FOUND, () -> session.figure(0, "happiness")), "happiness");
        session.close();
        session.close();
        thrown(IllegalStateException.class, () -> session.compute(AS_AT));
    }

    public static void main(String[] arguments) {
        var tests = new LinkedHashMap<String, Test>();
        tests.put("the catalogue tells what indicators are", BindingTest::theCatalogueTellsWhatIndicatorsAre);
        tests.put("a return becomes figures", BindingTest::aReturnBecomesFigures);
        tests.put("figures have notes", BindingTest::figuresHaveNotes);
        tests.put("text goes through as UTF-8", BindingTest::textGoesThroughAsUtf8);
        tests.put("findings tell what is wrong", BindingTest::findingsTellWhatIsWrong);
        tests.put("text comes in pieces", BindingTest::textComesInPieces);
        tests.put("errors say what was expected", BindingTest::errorsSayWhatWasExpected);
        var failed = 0;
        for (var test : tests.entrySet()) {
            try {
                test.getValue().run();
            } catch (Throwable e) {
                System.err.print(test.getKey() + ": ");
                e.printStackTrace();
                ++failed;
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
