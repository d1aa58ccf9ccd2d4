using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Targets.Model;
using ScoreGuard.Yaml;

namespace ScoreGuard.Domain.Tests.Models.Reading;

/// <summary>Whatever somebody types into a model, it is read or refused with a place; nothing is thrown.</summary>
public sealed class MutatedModelTests
{
    private const int Mutations = 1_000;

    private static readonly string[] Insertions =
    [
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        "'",
        "\"",
        "\n",
        "  ",
        "~",
        "null",
        "-",
        "&a",
        "*a",
        "!x ",
        "|",
        ">",
        "#",
        "%",
        "\\",
        "any",
        "idle",
        "0",
        "-1",
        "1e9",
        ".nan",
        "true",
        "5d",
        "\u2028",
        "\ud83d\ude00",
        "{ }",
        "[ ]",
        "when: ",
        "\ud800",
        "12345678901234567890123456789",
        ".5",
        "on: ",
        "(",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_mutated_model_is_read_or_refused_with_a_place(int seed)
    {
        var draw = new Draw(seed);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var text = Mutate(ModelText.Example, draw);
            if (ModelText.Parse(text) is not Parsed<ScoringModel>.Refused refusal)
            {
                continue;
            }

            refused++;
            refusal.Diagnostics.ShouldNotBeEmpty();
            foreach (var diagnostic in refusal.Diagnostics)
            {
                diagnostic.At.ShouldNotBeNull(text);
                diagnostic.Message.ShouldEndWith(diagnostic.Message[^1] == '?' ? "?" : ".");
            }
        }

        refused.ShouldBeGreaterThan(Mutations / 4);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_model_with_any_part_in_any_place_is_read_or_refused_with_a_place(int seed)
    {
        var draw = new Draw(seed);
        var root = YamlDocument
            .Read(ModelText.File, Encoding.UTF8.GetBytes(ModelText.Example))
            .ShouldBeOfType<Parsed<DocumentNode>.Ok>()
            .Value;
        var parts = Parts(root).ToList();
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var (from, to) = (parts[1 + draw.Below(parts.Count - 1)], Other(parts, draw));
            var parsed = ModelReader.Read(ModelText.File, Replace(root, from, to), TzdbTimeZones.Instance);
            if (parsed is Parsed<ScoringModel>.Refused refusal)
            {
                refused++;
                refusal.Diagnostics.ShouldAllBe(diagnostic => diagnostic.At != null);
            }
        }

        refused.ShouldBeGreaterThan(Mutations / 2);
    }

    private static DocumentNode Other(List<DocumentNode> parts, Draw draw) =>
        draw.Below(3) == 0
            ? new DocumentNode.Scalar(new(1, 1), (ScalarKind)draw.Below(5), Insertions[draw.Below(Insertions.Length)])
            : parts[draw.Below(parts.Count)];

    private static IEnumerable<DocumentNode> Parts(DocumentNode node) =>
        node switch
        {
            DocumentNode.Mapping mapping => [node, .. mapping.Entries.SelectMany(entry => Parts(entry.Value))],
            DocumentNode.Sequence sequence => [node, .. sequence.Items.SelectMany(Parts)],
            _ => [node],
        };

    private static DocumentNode Replace(DocumentNode node, DocumentNode from, DocumentNode to) =>
        ReferenceEquals(node, from)
            ? to
            : node switch
            {
                DocumentNode.Mapping mapping => mapping with
                {
                    Entries =
                    [
                        .. mapping.Entries.Select(entry => entry with { Value = Replace(entry.Value, from, to) }),
                    ],
                },
                DocumentNode.Sequence sequence => sequence with
                {
                    Items = [.. sequence.Items.Select(item => Replace(item, from, to))],
                },
                _ => node,
            };

    private static string Mutate(string text, Draw draw)
    {
        for (var edits = 1 + draw.Below(3); edits > 0; edits--)
        {
            var at = draw.Below(text.Length);
            var length = Math.Min(draw.Below(12), text.Length - at);
            text = draw.Below(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(draw.Below(text.Length - length), length)),
                2 => text.Remove(at, length).Insert(at, Insertions[draw.Below(Insertions.Length)]),
                _ => text.Insert(at, Insertions[draw.Below(Insertions.Length)]),
            };
        }

        return text;
    }

    /// <summary>Numbers that depend on the seed alone.</summary>
    private sealed class Draw(int seed)
    {
        private ulong state = (ulong)seed;

        public int Below(int bound)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((state >> 33) % (ulong)bound);
        }
    }
}
