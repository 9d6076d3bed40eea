// Computes the scorecard of annual returns.
//
//     Scorecard.exe 2023-03-31 authority=999 population=population.csv 2022=returns/2022 2023=returns/2023
//
// The first argument is the date. Each further one is done in its turn: YEAR=FOLDER reads the CSV files of
// the return of a year, population=FILE and postcodes=FILE give lists, and any other NAME=VALUE sets an
// option of indicare.h.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Indicare;

static class Scorecard {
    static void ReadFolder(Session session, int year, string folder) {
        foreach (var path in Directory.GetFiles(folder, "*.csv").OrderBy(p => p, StringComparer.Ordinal))
            using (var file = File.OpenRead(path))
                if (session.ReadTable(path, year, file) == null)
                    Console.Error.WriteLine($"{path}: not a table of the return");
    }

    static void Take(Session session, string argument) {
        var parts = argument.Split(new[] {'='}, 2);
        if (parts.Length < 2)
            throw new ArgumentException($"{argument}: expected NAME=VALUE");
        int year;
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out year))
            ReadFolder(session, year, parts[1]);
        else if (parts[0] == "population")
            session.GivePopulations(parts[1], File.ReadAllBytes(parts[1]));
        else if (parts[0] == "postcodes")
            session.GivePostcodes(parts[1], File.ReadAllBytes(parts[1]));
        else
            session.SetOption(parts[0], parts[1]);
    }

    static void Print(Session session, int authority) {
        Console.WriteLine($"Authority {session.Authorities[authority]}");
        foreach (var indicator in Indicator.Catalogue) {
            var figure = session.Figure(authority, indicator.Id);
            var of = figure.Denominator == null ? "" : $"  {figure.Numerator} of {figure.Denominator}";
            var undetermined = figure.Undetermined == 0 ? "" : $"  {figure.Undetermined} undetermined";
            Console.WriteLine($"  {indicator.Id,-34} {figure.Printed,6}{of}{undetermined}");
        }
    }

    static int Main(string[] arguments) {
        Console.OutputEncoding = new UTF8Encoding(false);
        try {
            if (arguments.Length < 2)
                throw new ArgumentException("usage: Scorecard.exe YYYY-MM-DD [NAME=VALUE...] YEAR=FOLDER...");
            using (var session = new Session()) {
                foreach (var argument in arguments.Skip(1))
                    Take(session, argument);
                session.Compute(DateTime.ParseExact(arguments[0], "yyyy-MM-dd", CultureInfo.InvariantCulture));
                foreach (var finding in session.Findings.Where(f => f.Severity == Severity.Error))
                    Console.Error.WriteLine(finding);
                for (var authority = 0; authority < session.Authorities.Count; ++authority)
                    Print(session, authority);
            }
            return 0;
        } catch (IndicareException e) {
            Console.Error.WriteLine($"{e.Status}: {e.Message}");
        } catch (Exception e) when (e is ArgumentException || e is FormatException || e is IOException) {
            Console.Error.WriteLine(e.Message);
        }
        return 2;
    }
}
