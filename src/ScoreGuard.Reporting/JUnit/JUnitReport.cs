using System.Text;
using System.Xml;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.JUnit;

/// <summary>
/// <c>junit.xml</c> for CI: a test suite for each kind of change, a failure for each cause under its gravest kind. A run
/// that could not judge, or had nothing to compare with, is an error; a run that found nothing unapproved is one passing test.
/// </summary>
public static class JUnitReport
{
    private const int MostCauses = 500;

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The report's parts do not sum to its totals.</exception>
    public static void Write(RunReport report, Stream output)
    {
        report.RequireSums();
        var suites = Suites(report);
        using var xml = XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
                NewLineChars = "\n",
            }
        );
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "ScoreGuard " + XmlText.Of(report.Run.Workspace));
        WriteTotals(xml, suites);
        foreach (var suite in suites)
            WriteSuite(xml, report, suite);
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static List<JUnitSuite> Suites(RunReport report) =>
        report.Verdict switch
        {
            Verdict.Drift => Drifted(report),
            Verdict.Broken or Verdict.NoBaseline => [new("verdict", [JUnitTest.Unjudged(report)])],
            _ => [new("verdict", [JUnitTest.Passed(report)])],
        };

    private static List<JUnitSuite> Drifted(RunReport report)
    {
        if (report.Causes.IsEmpty)
            return [new("verdict", [JUnitTest.Drifted(report)])];

        var suites = report
            .Causes.Take(MostCauses)
            .GroupBy(Gravest)
            .OrderBy(group => group.Key)
            .Select(group => new JUnitSuite(
                Codes.Of(group.Key),
                [.. group.Select(cause => JUnitTest.Of(cause, report))]
            ))
            .ToList();
        if (report.Causes.Length > MostCauses)
            suites.Add(new("more", [JUnitTest.More(report.Causes.Length - MostCauses)]));

        return suites;
    }

    private static ChangeKind Gravest(Cause cause) =>
        cause.Kinds.IsEmpty ? ChangeKind.Detail : cause.Kinds.Min(kind => kind.What);

    private static void WriteSuite(XmlWriter xml, RunReport report, JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        WriteTotals(xml, [suite]);
        xml.WriteAttributeString("timestamp", report.Run.FinishedAt.ToString());
        WriteProperties(xml, report);
        foreach (var test in suite.Tests)
            WriteTest(xml, report, suite, test);
        xml.WriteEndElement();
    }

    private static void WriteTotals(XmlWriter xml, List<JUnitSuite> suites)
    {
        xml.WriteAttributeString("tests", Figures.Plain(suites.Sum(suite => suite.Tests.Count)));
        xml.WriteAttributeString("failures", Figures.Plain(suites.Sum(suite => suite.CountOf("failure"))));
        xml.WriteAttributeString("errors", Figures.Plain(suites.Sum(suite => suite.CountOf("error"))));
        xml.WriteAttributeString("skipped", "0");
    }

    private static void WriteProperties(XmlWriter xml, RunReport report)
    {
        xml.WriteStartElement("properties");
        Property(xml, "verdict", VerdictCode.Of(report.Verdict));
        Property(xml, "run", report.Run.Id);
        if (report.HasModel())
            Property(xml, "modelHash", report.Run.ModelHash);
        Property(xml, "leadSetHash", report.Run.LeadSetHash);
        if (report.Verdict != Verdict.Broken)
            Property(xml, "leads", Figures.Plain(report.Counts.Leads));

        if (report.IsCompared())
        {
            Property(xml, "gained", Figures.Plain(report.Counts.Gained));
            Property(xml, "lost", Figures.Plain(report.Counts.Lost));
            Property(xml, "changedOtherwise", Figures.Plain(report.Counts.ChangedOtherwise));
            Property(xml, "unchanged", Figures.Plain(report.Counts.Unchanged));
        }

        xml.WriteEndElement();
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", XmlText.Of(value));
        xml.WriteEndElement();
    }

    private static void WriteTest(XmlWriter xml, RunReport report, JUnitSuite suite, JUnitTest test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"ScoreGuard.{XmlText.Of(report.Run.Workspace)}.{suite.Name}");
        xml.WriteAttributeString("name", XmlText.Of(test.Name));
        xml.WriteAttributeString("time", "0");
        if (test.Element is { } element)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("type", test.Type);
            xml.WriteAttributeString("message", XmlText.Of(test.Message));
            xml.WriteString(XmlText.Of(test.Body));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
