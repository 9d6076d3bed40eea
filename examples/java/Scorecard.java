// Computes the scorecard of annual returns.
//
//     java Scorecard 2023-03-31 authority=999 population=population.csv 2022=returns/2022 2023=returns/2023
//
// The first argument is the date. Each further one is done in its turn: YEAR=FOLDER reads the CSV files of
// the return of a year, population=FILE and postcodes=FILE give lists, and any other NAME=VALUE sets an
// option of indicare.h.

import indicare.Indicare;
import indicare.Indicare.IndicareException;
import indicare.Indicare.Session;
import indicare.Indicare.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

final class Scorecard {
    private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private static void readFolder(Session session, int year, Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var path : files.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
                try (var text = Files.newInputStream(path)) {
                    if (session.readTable(path.toString(), year, text) == null) {
                        ERR.println(path + ": not a table of the return");
                    }
                }
            }
        }
    }

    private static void take(Session session, String argument) throws IOException {
        var parts = argument.split("=", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(argument + ": expected NAME=VALUE");
        }
        if (parts[0].matches("[0-9]{4}")) {
            readFolder(session, Integer.parseInt(parts[0]), Path.of(parts[1]));
        } else if (parts[0].equals("population")) {
            session.givePopulations(parts[1], Files.readAllBytes(Path.of(parts[1])));
        } else if (parts[0].equals("postcodes")) {
            session.givePostcodes(parts[1], Files.readAllBytes(Path.of(parts[1])));
        } else {
            session.setOption(parts[0], parts[1]);
        }
    }

    private static void print(Session session, int authority) {
        OUT.println("Authority " + session.authorities().get(authority));
        for (var indicator : Indicare.catalogue()) {
            var figure = session.figure(authority, indicator.id());
            OUT.printf("  %-34s %6s", indicator.id(), figure.printed());
            figure.denominator().ifPresent(all -> OUT.print("  " + figure.numerator() + " of " + all));
            if (figure.undetermined() > 0) {
                OUT.print("  " + figure.undetermined() + " undetermined");
            }
            OUT.println();
        }
    }

    private static void run(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("usage: Scorecard YYYY-MM-DD [NAME=VALUE...] YEAR=FOLDER...");
        }
        try (var session = new Session()) {
            for (var argument : Arrays.asList(arguments).subList(1, arguments.length)) {
                take(session, argument);
            }
            session.compute(LocalDate.parse(arguments[0]));
            session.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).forEach(ERR::println);
            for (var authority = 0; authority < session.authorities().size(); ++authority) {
                print(session, authority);
            }
        }
        OUT.flush();
    }

    public static void main(String[] arguments) {
        try {
            run(arguments);
            return;
        } catch (IndicareException e) {
            ERR.println(e.status() + ": " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            ERR.println(e.getMessage());
        } catch (IOException e) {
            ERR.println(e);
        }
        System.exit(2);
    }
}
