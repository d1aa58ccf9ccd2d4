using System.Text;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Tests.Diagnostics;

/// <summary>docs/diagnostics.md has a line for each code and a code for each line, because it is written from the codes.</summary>
public sealed class DiagnosticsPageTests
{
    private const string AcceptVariable = "SCOREGUARD_ACCEPT";

    private static readonly string PagePath = Path.Combine(Repository(), "docs", "diagnostics.md");

    [Fact]
    public void The_page_has_a_line_for_every_code()
    {
        var expected = Page();
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "diagnostics")
        {
            File.WriteAllText(PagePath, expected);
        }

        File.ReadAllText(PagePath)
            .ShouldBe(
                expected,
                $"To accept: {AcceptVariable}=diagnostics dotnet test tests/ScoreGuard.Domain.Tests --filter {nameof(DiagnosticsPageTests)}"
            );
    }

    [Fact]
    public void No_code_is_given_twice()
    {
        DiagnosticCodes.All.Select(code => code.Code).ShouldBeUnique();
        DiagnosticCodes
            .Areas.Select(area => area.Prefix)
            .ShouldBe(DiagnosticCodes.Areas.Select(area => area.Prefix).Order());
    }

    [Fact]
    public void Every_area_is_on_the_page()
    {
        var areas = typeof(CodeArea)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            )
            .Where(field => field.FieldType == typeof(CodeArea))
            .Select(field => (CodeArea)field.GetValue(null)!);
        areas.ShouldBe(DiagnosticCodes.Areas, ignoreOrder: true);
    }

    [Fact]
    public void A_code_outside_its_area_or_out_of_order_is_refused()
    {
        var area = new CodeArea("Test", "SG99");
        Should.Throw<ArgumentException>(() => area.Define("SG9801", "t", "r"));
        area.Define("SG9902", "t", "r");
        Should.Throw<ArgumentException>(() => area.Define("SG9902", "t", "r"));
        Should.Throw<ArgumentException>(() => area.Define("SG9901", "t", "r"));
    }

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Diagnostics\n\n");
        page.Append(
            "Every mistake that ScoreGuard reports has a code that never changes its meaning. A line of output reads\n"
        );
        page.Append("`file:line:column: error CODE: what is wrong and what would be right (path)`.\n\n");
        page.Append("This page is written from the code: a test compares the two.\n");
        foreach (var area in DiagnosticCodes.Areas)
        {
            page.Append($"\n## {area.Title}\n\n| code | what is wrong | what to do |\n|---|---|---|\n");
            foreach (var code in area.Codes)
            {
                page.Append($"| {code.Code} | {Cell(code.Title)} | {Cell(code.Remedy)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ScoreGuard.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No ScoreGuard.sln above {AppContext.BaseDirectory}.");
    }
}
