using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class LeadErrorsTests
{
    private const string AsOf = "2026-03-10T00:00:00Z";

    private static readonly ReplayEngine Any = ReplayEngine.Compile(
        Engine.Model(
            """
            scoreguard: 1
            name: case
            fields: { employees: { type: number }, country: { type: text } }
            scores: { fit: { rules: [ { id: big, when: { employees: '> 100' }, points: 5 } ] } }
            """
        )
    );

    [Theory]
    [InlineData("", "")]
    [InlineData("   \t\r", "")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01"}""", "")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":null,"activities":null,"persona":"x"}""", "")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"employees":1e27}}""", "")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"other":1e999}}""", "")]
    [InlineData("nonsense", "SG2001@2")]
    [InlineData("[]", "SG2001@1")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"coun""", "SG2001@55")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01"} {}""", "SG2001@37")]
    [InlineData("""{"id":"\ud800","createdAt":"2026-03-01"}""", "SG2001@1")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"employees":NaN}}""", "SG2001@62")]
    [InlineData("""{"createdAt":"2026-03-01"}""", "SG2010@1")]
    [InlineData("""{"id":7,"createdAt":"2026-03-01"}""", "SG2010@7")]
    [InlineData("""{"id":" ","createdAt":"2026-03-01"}""", "SG2010@7")]
    [InlineData("""{"id":"A"}""", "SG2011@1")]
    [InlineData("""{"id":"A","createdAt":"2026-02-30"}""", "SG2011@23")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01T10:00:00"}""", "SG2011@23")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01t10:00:00Z"}""", "SG2011@23")]
    [InlineData("""{"id":"A","createdAt":"1969-12-31"}""", "SG2011@23")]
    [InlineData("""{"id":"A","createdAt":"2026-03-11"}""", "SG2012@1")]
    [InlineData("""{"id":"A","id":"B","createdAt":"2026-03-01"}""", "SG2006@11")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"country":"DE","country":"FR"}}""", "SG2006@65")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"x":1,"\u0078":2}}""", "SG2006@56")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","persona":{"deep":[{"a":1,"a":2}]}}""", "SG2006@62")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":[]}""", "SG2014@49")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":{}}""", "SG2014@49")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":["x"]}""", "SG2014@50")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":[{"at":"2026-03-02"}]}""", "SG2013@50")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":[{"type":"","at":"2026-03-02"}]}""", "SG2013@58")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":[{"type":5,"at":"2026-03-02"}]}""", "SG2013@58")]
    [InlineData(
        """{"id":"A","createdAt":"2026-03-01","activities":[{"type":"idle","at":"2026-03-02"}]}""",
        "SG2013@58"
    )]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":[{"type":"x"}]}""", "SG2011@50")]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","activities":[{"type":"x","at":"2026-02-28"}]}""", "SG2012@50")]
    [InlineData(
        """{"id":"A","createdAt":"2026-03-01","activities":[{"type":"x","at":"2026-03-10T00:00:00.001Z"}]}""",
        "SG2012@50"
    )]
    [InlineData(
        """{"id":"A","createdAt":"2026-03-01","attributes":{"employees":12345678901234567890123456789}}""",
        "SG2015@62"
    )]
    [InlineData("""{"id":"A","createdAt":"2026-03-01","attributes":{"employees":1e28}}""", "SG2015@62")]
    [InlineData(
        """{"id":" ","createdAt":"soon","activities":[{"type":"any"}]}""",
        "SG2010@7 SG2011@23 SG2011@44 SG2013@52"
    )]
    public void A_line_is_refused_with_every_error_at_its_column(string line, string expected)
    {
        var diagnostics = new DiagnosticBag("leads.jsonl");

        _ = Engine.Replay(Any, line, AsOf, diagnostics);

        string.Join(' ', diagnostics.InDocumentOrder().Select(d => $"{d.Code}@{d.At!.Value.Column}"))
            .ShouldBe(expected);
    }

    [Fact]
    public void A_diagnostic_names_the_line_and_never_a_value()
    {
        var diagnostics = new DiagnosticBag("leads.jsonl");

        _ = Engine.Replay(
            Any,
            """
            {"id":"A","createdAt":"2026-03-01"}

            {"id":"B","createdAt":"Erika Mustermann"}
            """,
            AsOf,
            diagnostics
        );

        var only = diagnostics.InDocumentOrder().ShouldHaveSingleItem();
        only.ToString()
            .ShouldBe(
                "leads.jsonl:3:23: error SG2011: `createdAt` is no instant: write it as `2026-03-09T10:00:00Z`, "
                    + "with `Z` or an offset, years 1970 to 2100."
            );
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_with_their_line()
    {
        var diagnostics = new DiagnosticBag("leads.jsonl");
        byte[] lines = [.. "\n{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Any.NewSession().Replay(lines, 1, default, new System.Buffers.ArrayBufferWriter<byte>(), diagnostics);

        diagnostics
            .InDocumentOrder()
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldStartWith("leads.jsonl:2:1: error SG2002");
    }
}
