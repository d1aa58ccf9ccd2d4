using System.Buffers;
using System.Text;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Outcomes;

public sealed class OutcomeSpellingTests
{
    /// <summary>Our engine goes beyond what a decimal holds; outcomes that are read back do not.</summary>
    private const string BeyondDecimals = "Cases/37-multiply-beyond-machine-numbers.json";

    public static TheoryData<string> Names => [.. SpecCases.Names.Where(name => name != BeyondDecimals)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_read_is_spelled_again_with_the_same_bytes(string name)
    {
        var expected = SpecCases.Get(name).Expected;
        var spelled = new ArrayBufferWriter<byte>();
        var reader = new OutcomeReader();
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(expected);
        while (!rest.IsEmpty)
        {
            OutcomeSpelling.Write(reader.Read(OutcomeLines.TakeLine(ref rest)), spelled);
        }

        Encoding.UTF8.GetString(spelled.WrittenSpan).ShouldBe(expected);
    }

    [Fact]
    public void Every_part_of_an_outcome_is_spelled()
    {
        const string Line =
            """{"lead":"a\"\u0001ü","scores":{"fit":45.5,"total":null},"labels":{"total":"hot"},"grade":"B1","stage":"MQL","history":[{"stage":"Inquiry","at":"2026-03-02T09:00:00Z"},{"stage":"MQL","at":"2026-03-09T10:00:00.5Z","by":"mql"}],"routes":[{"at":"2026-03-09T10:00:00Z","stage":"MQL","to":"DACH","by":"dach","alertDue":"2026-03-09T10:05:00Z"}],"sla":[{"id":"touch","at":"2026-03-09T10:00:00Z","due":"2026-03-09T12:00:00Z","status":"open"}],"rules":{"demo":-3.25},"notes":[{"at":"2026-03-02T09:00:00Z","field":"employees","expected":"number"}],"error":{"code":"SG3001","at":"2026-03-09T10:00:00Z"}}"""
            + "\n";
        var spelled = new ArrayBufferWriter<byte>();
        OutcomeSpelling.Write(new OutcomeReader().Read(Encoding.UTF8.GetBytes(Line)), spelled);
        Encoding.UTF8.GetString(spelled.WrittenSpan).ShouldBe(Line);
    }
}
