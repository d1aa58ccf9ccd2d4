using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Reporting.Csv;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

public sealed class OutcomesCsvTests
{
    private static readonly OutcomeColumns Columns = new(["country", "=size"], ["total", "fit"], ["total"]);

    [Fact]
    public void The_header_names_attributes_scores_and_labels() =>
        Text(csv => csv.WriteHeader())
            .ShouldBe("lead,persona,country,'=size,stage,total,fit,total_label,grade,route,error\r\n");

    [Fact]
    public void A_row_tells_what_a_lead_was_and_what_became_of_it()
    {
        var outcome = SomeReport.Drift().Leads[0].After!;

        Text(csv => csv.WriteRow(new("champion", ["DE", null], outcome)))
            .ShouldBe("L00017,champion,DE,,MQL,92,45,hot,B1,SDR pool,\r\n");
        Text(csv => csv.WriteRow(new(null, [null, null], outcome with { Scores = [], Labels = [], Routes = [] })))
            .ShouldBe("L00017,,,,MQL,,,,B1,,\r\n");
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        var outcome = HostileReport.Change("=1+1").After!;

        Text(csv => csv.WriteRow(new("@SUM(A1)", ["+49", "-2+3"], outcome)))
            .ShouldBe("'=1+1,'@SUM(A1),'+49,'-2+3,'=1+1,,,,'=1+1,'=1+1,\r\n");
    }

    private static string Text(Action<OutcomesCsv> write)
    {
        using var text = new StringWriter();
        write(new(text, Columns));
        return text.ToString();
    }
}
