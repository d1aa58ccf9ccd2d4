using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Documents;

public sealed class YamlDocumentTests
{
    [Theory]
    [InlineData("NO", ScalarKind.Text)]
    [InlineData("yes", ScalarKind.Text)]
    [InlineData("on", ScalarKind.Text)]
    [InlineData("09:00", ScalarKind.Text)]
    [InlineData("2026-03-02", ScalarKind.Text)]
    [InlineData("1_000", ScalarKind.Text)]
    [InlineData("0x", ScalarKind.Text)]
    [InlineData("0o8", ScalarKind.Text)]
    [InlineData("+0x1F", ScalarKind.Text)]
    [InlineData("e3", ScalarKind.Text)]
    [InlineData(".", ScalarKind.Text)]
    [InlineData("nUll", ScalarKind.Text)]
    [InlineData("'5'", ScalarKind.Text)]
    [InlineData("\"true\"", ScalarKind.Text)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("NULL", ScalarKind.Null)]
    [InlineData("True", ScalarKind.Boolean)]
    [InlineData("false", ScalarKind.Boolean)]
    [InlineData("01234", ScalarKind.Number)]
    [InlineData("-5.", ScalarKind.Number)]
    [InlineData(".5", ScalarKind.Number)]
    [InlineData("1e3", ScalarKind.Number)]
    [InlineData("0x1F", ScalarKind.Number)]
    [InlineData("0o17", ScalarKind.Number)]
    [InlineData("-.Inf", ScalarKind.NotFinite)]
    [InlineData(".NaN", ScalarKind.NotFinite)]
    [InlineData("!!int 5", ScalarKind.Number)]
    [InlineData("!!float 5.5", ScalarKind.Number)]
    public void Plain_scalars_resolve_by_the_core_schema(string text, ScalarKind kind) =>
        Tree(text).ShouldBeOfType<DocumentNode.Scalar>().Kind.ShouldBe(kind);

    [Fact]
    public void Keys_are_texts_whatever_they_look_like()
    {
        var mapping = Tree("on: 1\n1: 2\n~: 3\ntrue: 4\n'': 5\n").ShouldBeOfType<DocumentNode.Mapping>();
        mapping.Entries.Select(entry => entry.Key).ShouldBe(["on", "1", "~", "true", ""]);
    }

    [Fact]
    public void Places_are_lines_and_columns_from_1_in_UTF16_units()
    {
        var mapping = Tree("# note\r\n\"😀\": {b: [x,\n  y]}\r\n").ShouldBeOfType<DocumentNode.Mapping>();
        var entry = mapping.Entries.ShouldHaveSingleItem();
        entry.KeyAt.ShouldBe(new(2, 1));
        entry.Value.At.ShouldBe(new(2, 7));
        var list = ((DocumentNode.Mapping)entry.Value).Find("b").ShouldBeOfType<DocumentNode.Sequence>();
        list.Items.Select(item => item.At).ShouldBe([new(2, 12), new(3, 3)]);
    }

    [Fact]
    public void JSON_is_YAML()
    {
        var mapping = Tree("{\"a\":1,\n\t\"b\":[null,\"\\ud83d\\ude00\\/\\u0000\"]}")
            .ShouldBeOfType<DocumentNode.Mapping>();
        var list = mapping.Find("b").ShouldBeOfType<DocumentNode.Sequence>();
        list.Items[1].ShouldBeOfType<DocumentNode.Scalar>().Text.ShouldBe("😀/\0");
    }

    [Fact]
    public void An_anchor_alone_means_nothing() => Tree("a: &x 5").ShouldBeOfType<DocumentNode.Mapping>();

    [Fact]
    public void A_nesting_of_64_is_read()
    {
        var tree = Tree(new string('[', 64) + new string(']', 64));
        for (var depth = 1; depth < 64; depth++)
        {
            tree = tree.ShouldBeOfType<DocumentNode.Sequence>().Items.ShouldHaveSingleItem();
        }

        tree.ShouldBeOfType<DocumentNode.Sequence>().Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[1, 2\nb: 3", "2:2: error SG1004: A list in brackets lacks `,` or `]` here.")]
    [InlineData("a:\n  - b\n c: d", "3:2: error SG1004: ")]
    [InlineData("\"\\ud83d\"", "1:1: error SG1004: ")]
    [InlineData("a: &[x]", "1:4: error SG1004: A text that begins with `&` or `*` needs quotes.")]
    [InlineData("a: [1, 2\nb: 3", "1:6: error SG1004: ")]
    [InlineData("a: @x", "1:4: error SG1004: A text that begins with this character needs quotes.")]
    public void What_breaks_the_parser_is_a_diagnostic(string text, string refusal) =>
        YamlDocument
            .Read("f", Encoding.UTF8.GetBytes(text))
            .ShouldBeOfType<Parsed<DocumentNode>.Refused>()
            .Diagnostics[^1]
            .ToString()
            .ShouldStartWith("f:" + refusal);

    private static DocumentNode Tree(string text) =>
        YamlDocument.Read("f", Encoding.UTF8.GetBytes(text)).ShouldBeOfType<Parsed<DocumentNode>.Ok>().Value;
}
