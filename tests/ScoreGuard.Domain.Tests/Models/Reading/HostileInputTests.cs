using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Models.Reading;

public sealed class HostileInputTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("[\n")]
    public void Depth_without_end_is_refused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000));
        ModelText
            .Diagnostics(ModelText.Parse(text))
            .ShouldContain("error SG1006: This list or mapping lies more than 64 levels deep");
    }

    [Fact]
    public void A_tree_that_no_reader_made_is_refused_when_too_deep()
    {
        DocumentNode tree = new DocumentNode.Scalar(new(1, 1), ScalarKind.Null, "");
        for (var i = 0; i < 100_000; i++)
        {
            tree = new DocumentNode.Sequence(new(1, 1), [tree]);
        }

        ModelText.Diagnostics(ModelReader.Read("t", tree, TzdbTimeZones.Instance)).ShouldContain("error SG1006: ");
    }

    [Fact]
    public void Five_mebibytes_are_read_and_one_byte_more_is_refused()
    {
        var text = "scoreguard: 1\nname: c\n#".PadRight(YamlDocument.MaxBytes, '#');
        ModelText.Model(text).Name.ShouldBe("c");
        ModelText
            .Diagnostics(ModelText.Parse(text + "#"))
            .ShouldBe("model.yaml: error SG1001: The document has 5242881 bytes; at most 5242880 (5 MiB) are read.");
    }

    [Theory]
    [InlineData("a: \u0000", "1:4: error SG1003: The character U+0000 must not stand in a document")]
    [InlineData("a: b\n\u001bc: d", "2:1: error SG1003: The character U+001B must not stand in a document")]
    [InlineData("a: b\r\n\r\n \u200b\ufeff", "3:3: error SG1003: The character U+FEFF must not stand in a document")]
    public void Control_characters_are_refused_where_they_stand(string text, string refusal) =>
        ModelText.Diagnostics(ModelText.Parse(text)).ShouldStartWith("model.yaml:" + refusal);

    [Fact]
    public void What_is_not_UTF8_is_refused_where_it_stands()
    {
        byte[] latin1 = [.. "name: x\nnote: caf"u8, 0xe9, .. "\n"u8];
        ModelText
            .Diagnostics(ModelText.Parse(latin1))
            .ShouldBe("model.yaml:2:10: error SG1002: The byte 0xE9 here is not UTF-8; save the document as UTF-8.");
    }

    [Fact]
    public void A_byte_order_mark_at_the_start_says_nothing()
    {
        byte[] marked = [0xef, 0xbb, 0xbf, .. "scoreguard: 2\nname: c"u8];
        ModelText.Diagnostics(ModelText.Parse(marked)).ShouldStartWith("model.yaml:1:13: error SG1100: ");
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_each_alias()
    {
        const string bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        ModelText.Diagnostics(ModelText.Parse(bomb)).Split('\n').Count(line => line.Contains("SG1007")).ShouldBe(4);
    }

    [Fact]
    public void A_line_separator_inside_a_value_begins_no_key()
    {
        ModelText.Model("scoreguard: 1\nname: \"a\u2028b\u0085c\"").Name.ShouldBe("a\u2028b\u0085c");
        ModelText.Model("{\"scoreguard\": 1, \"name\": \"a\u2029b\"}").Name.ShouldBe("a\u2029b");
    }

    [Fact]
    public void Ten_thousand_rules_are_read_and_one_more_is_refused()
    {
        var rules = Enumerable.Range(1, 10_000).Select(i => $"  - {{ id: r{i}, on: x, points: 1 }}\n");
        var full = "scoreguard: 1\nname: c\nscores:\n s:\n  rules:\n" + string.Concat(rules);
        ModelText.Model(full).Dimensions[0].Rules.Length.ShouldBe(10_000);
        ModelText
            .Diagnostics(ModelText.Parse(full + "  - { id: more, on: x, points: 1 }\n"))
            .ShouldBe(
                "model.yaml:10006:5: error SG1101: This is rule 10001; a model has at most 10000 rules: merge rules that differ in one value only. (scores.s.rules[10000])"
            );
    }

    [Theory]
    [InlineData(1_000, 10_000, "")]
    [InlineData(
        1_001,
        1,
        "SG1107: There are 1001 stages; a model has at most 1000: merge those that nobody tells apart."
    )]
    [InlineData(
        1,
        10_001,
        "SG1107: There are 10001 transitions; a model has at most 10000: merge those that differ in `from` only, with a list."
    )]
    public void Stages_and_transitions_have_bounds_as_rules_have(int stages, int transitions, string refusal)
    {
        var text =
            "scoreguard: 1\nname: c\nlifecycle:\n  start: s0\n  stages: ["
            + string.Join(", ", Enumerable.Range(0, stages).Select(i => $"s{i}"))
            + "]\n  transitions:\n"
            + string.Concat(Enumerable.Range(0, transitions).Select(i => $"  - {{ id: t{i}, from: any, to: s0 }}\n"));
        var diagnostics = ModelText.Diagnostics(ModelText.Parse(text));
        diagnostics.Split('\n').Length.ShouldBe(1);
        (diagnostics.Length == 0).ShouldBe(refusal.Length == 0, diagnostics);
        diagnostics.ShouldContain(refusal);
    }

    [Fact]
    public void A_thousand_errors_are_listed_and_the_rest_is_counted()
    {
        var keys = Enumerable.Range(0, 200_000).Select(i => $"wibble{i}: x\n");
        var refused = ModelText
            .Parse("scoreguard: 1\nname: c\n" + string.Concat(keys))
            .ShouldBeOfType<Parsed<ScoringModel>.Refused>();
        refused.Diagnostics.Length.ShouldBe(1_001);
        refused
            .Diagnostics[^1]
            .ToString()
            .ShouldBe(
                "model.yaml: error SG1000: 199000 more errors are not listed; correct the 1000 above and try again."
            );
    }

    [Fact]
    public void Long_chains_and_large_circles_are_followed_without_recursion()
    {
        const int count = 30_000;
        var text = new StringBuilder("scoreguard: 1\nname: c\nsegments:\n");
        for (var i = 0; i < count; i++)
        {
            text.Append($"  s{i}: {{ any: [ {{ segment: s{(i + 1) % count} }}, {{ segment: s{i / 2} }} ] }}\n");
        }

        ModelText
            .Diagnostics(ModelText.Parse(text.ToString()))
            .ShouldContain("error SG1150: Segments cannot use themselves");
    }

    [Fact]
    public void Segments_that_double_at_every_step_are_refused_at_the_first_one_too_large()
    {
        var text = new StringBuilder(
            "scoreguard: 1\nname: c\nfields: { a: { type: text } }\nsegments:\n  s0: { a: x }\n"
        );
        for (var i = 1; i <= 40; i++)
        {
            text.Append($"  s{i}: {{ all: [ {{ segment: s{i - 1} }}, {{ any: [ {{ segment: s{i - 1} }} ] }} ] }}\n");
        }

        ModelText
            .Diagnostics(
                ModelText.Parse(text + "scores: { s: { rules: [ { id: r, when: { segment: s40 }, points: 1 } ] } }\n")
            )
            .ShouldBe(
                "model.yaml:20:8: error SG1104: The segment `s15` has 163836 parts, counting those of a segment at each use; at most 100000 are read: use segments that repeat one another less. (segments.s15)"
            );
    }

    [Fact]
    public void A_hundred_thousand_parts_of_criteria_are_read_and_one_more_is_refused()
    {
        var parts = string.Join(", ", Enumerable.Range(0, 98).Select(i => $"{{ a: x{i} }}"));
        var rules = Enumerable.Range(0, 1_000).Select(i => $"  - {{ id: r{i}, when: {{ segment: s }}, points: 1 }}\n");
        var full =
            $"scoreguard: 1\nname: c\nfields: {{ a: {{ type: text }} }}\nsegments: {{ s: {{ any: [ {parts} ] }} }}\nscores:\n s:\n  rules:\n"
            + string.Concat(rules);
        ModelText.Model(full).Dimensions[0].Rules.Length.ShouldBe(1_000);
        ModelText
            .Diagnostics(ModelText.Parse(full + "  - { id: more, when: { a: y }, points: 1 }\n"))
            .ShouldStartWith(
                "model.yaml:1008:23: error SG1104: With this one, the criteria of the model have 100001 parts, counting those of a segment at each use; at most 100000 are read"
            );
    }

    [Fact]
    public void Segments_that_use_one_another_in_a_long_chain_are_refused_where_it_grows_too_long()
    {
        var text = new StringBuilder(
            "scoreguard: 1\nname: c\nfields: { a: { type: text } }\nsegments:\n  s1: { a: x }\n"
        );
        for (var i = 2; i <= 20_000; i++)
        {
            text.Append($"  s{i}: {{ segment: s{i - 1} }}\n");
            if (i == 128)
            {
                ModelText.Model(text.ToString()).Segments.Length.ShouldBe(128);
            }
        }

        ModelText
            .Diagnostics(ModelText.Parse(text.ToString()))
            .ShouldBe(
                "model.yaml:133:9: error SG1105: The segment `s129` is 129 levels deep, counting those of the segments that it uses; at most 128 are read: let segments use one another through fewer others. (segments.s129)"
            );
    }

    [Fact]
    public void Fields_derived_from_one_another_in_a_long_chain_are_refused_where_it_grows_too_long()
    {
        var text = new StringBuilder("scoreguard: 1\nname: c\nfields:\n  f0: { type: text }\n");
        for (var i = 1; i <= 20_000; i++)
        {
            text.Append($"  f{i}: {{ type: text, from: f{i - 1}, patterns: [ {{ match: x, value: x }} ] }}\n");
            if (i == 64)
            {
                ModelText.Model(text.ToString()).Fields.Length.ShouldBe(65);
            }
        }

        ModelText
            .Diagnostics(ModelText.Parse(text.ToString()))
            .ShouldBe(
                "model.yaml:69:28: error SG1106: `f65` is derived through 65 fields, one from the other; at most 64 are read: derive it from a field nearer to what leads bring. (fields.f65.from)"
            );
    }

    [Fact]
    public void A_pattern_of_megabytes_is_refused_before_it_is_compiled()
    {
        var words = string.Join('|', Enumerable.Range(0, 300_000).Select(i => $"w{i}"));
        var text =
            "scoreguard: 1\nname: c\nfields: { t: { type: text } }\nsegments: { s: { t: { matches: '"
            + words
            + "' } } }\n";
        ModelText
            .Diagnostics(ModelText.Parse(text))
            .ShouldEndWith(" characters, of which at most 32768 can run safely. (segments.s.t.matches)");
    }

    [Fact]
    public void A_document_cannot_forge_a_line_of_the_log()
    {
        var refusal = ModelText.Diagnostics(
            ModelText.Parse("scoreguard: 1\nname: c\n\"x\\nmodel.yaml:1:1: error\\e[31m\\u202e\": 1")
        );
        refusal.Split('\n').Length.ShouldBe(1);
        refusal.ShouldContain("`x\\u000amodel.yaml:1:1: error\\u001b[31m\\u202e`");
    }

    [Fact]
    public void A_long_word_of_a_document_is_cut_in_messages()
    {
        var refusal = ModelText.Diagnostics(
            ModelText.Parse($"scoreguard: 1\nname: c\n? {new string('k', 1_000_000)}\n: x\n")
        );
        refusal.Length.ShouldBeLessThan(500);
    }
}
