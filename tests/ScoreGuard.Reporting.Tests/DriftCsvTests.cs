using CsvHelper;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Reporting.Csv;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class DriftCsvTests
{
    [Theory]
    [InlineData("L00017", "L00017")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-5", "-5")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("-5.", "'-5.")]
    [InlineData("-.5", "'-.5")]
    [InlineData("-", "'-")]
    [InlineData("-5e3", "'-5e3")]
    [InlineData("+5", "'+5")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" blank ", "\" blank \"")]
    [InlineData("=A1&\",\"", "\"'=A1&\"\",\"\"\"")]
    [InlineData("Müller 👩‍🚀", "Müller 👩‍🚀")]
    public void A_cell_is_quoted_where_it_must_be_and_never_a_formula(string text, string cell) =>
        Rows([Named(text)]).ShouldStartWith(cell + ",routing,");

    [Fact]
    public void Lines_end_as_RFC_4180_has_it() => Rows([Named("a")]).ShouldEndWith("\r\n");

    [Fact]
    public void Hostile_rows_come_back_whole_and_hold_no_formula()
    {
        var text = Rows([.. HostileReport.Texts.Select(HostileReport.Change)]);
        using var csv = CsvReader.FromText(text, new() { HasHeader = false, Separator = ',' });

        foreach (var hostile in HostileReport.Texts)
        {
            csv.Read().ShouldBeTrue();
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();

            cells.Count.ShouldBe(17);
            // A lone surrogate is not text and does not survive the reader's UTF-8.
            cells[0].TrimStart('\'').ShouldBe(hostile.TrimStart('\'').Replace('\uD800', '\uFFFD'));
            cells.ShouldAllBe(cell => cell.Length == 0 || !"=+@\t\r\n".Contains(cell[0]));
        }

        csv.Read().ShouldBeFalse();
    }

    [Fact]
    public void A_vanished_lead_has_no_after_and_a_new_one_no_before()
    {
        var change = SomeReport.Drift().Leads[0];

        Rows([change with { Kind = ChangeKind.Vanished, After = null, Fields = [], Rules = [] }])
            .ShouldBe("L00017,vanished,c-7d21aa,Inquiry,,B1,,,,92,,hot,,,,,\r\n");
        Rows([change with { Kind = ChangeKind.New, Before = null, Fields = [], Rules = [] }])
            .ShouldBe("L00017,new,c-7d21aa,,MQL,,B1,,SDR pool,,92,,hot,,,,\r\n");
    }

    [Fact]
    public void The_header_names_two_columns_for_each_score_and_each_label()
    {
        using var text = new StringWriter();
        new DriftCsv(text, new(["fit", "=evil"], ["fit"])).WriteHeader();

        text.ToString()
            .ShouldBe(
                "lead,change,cause,stage_before,stage_after,grade_before,grade_after,route_before,route_after,"
                    + "fit_before,fit_after,'=evil_before,'=evil_after,fit_label_before,fit_label_after,error_before,error_after,fields,rules\r\n"
            );
    }

    private static LeadChange Named(string lead) => HostileReport.Change("x") with { Lead = lead };

    private static string Rows(IEnumerable<LeadChange> changes)
    {
        using var text = new StringWriter();
        var csv = new DriftCsv(text, new(["total"], ["total"]));
        foreach (var change in changes)
            csv.WriteRow(change);
        return text.ToString();
    }
}
