using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>A field, compiled: how its final value comes about and what is asked of it.</summary>
internal sealed class FieldTable
{
    private readonly MatcherTruth truth;
    private readonly MatcherPart[] parts;
    private readonly FrozenDictionary<string, string> canonicals;
    private readonly (Regex Match, LeadValue? Value)[] patterns;
    private readonly (decimal? Below, LeadValue Value)[] bands;
    private readonly LeadValue defaultValue;

    public FieldTable(
        Field field,
        int index,
        FieldTable[] children,
        MatcherPart[] parts,
        bool needsVeryValue,
        PatternCache cache
    )
    {
        Name = field.Name;
        Type = field.Type;
        Index = index;
        Children = children;
        this.parts = parts;
        truth = new MatcherTruth(cache);
        canonicals = field
            .Synonyms.SelectMany(s => s.Variants.Append(s.Canonical).Select(v => (Variant: v.Trim(), s.Canonical)))
            .DistinctBy(s => s.Variant, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(s => s.Variant, s => s.Canonical.Trim(), StringComparer.OrdinalIgnoreCase);
        patterns =
        [
            .. field.Patterns.Select(p => (cache.Get(p.Match), p.Value is null ? null : LeadValue.Of(p.Value))),
        ];
        bands = [.. field.Bands.Select(b => (b.Below, LeadValue.Of(b.Value)))];
        defaultValue = field.Default is null ? LeadValue.Missing : LeadValue.Of(field.Default);
        Classes = Type is FieldType.Number or FieldType.Date && !needsVeryValue ? ClassesOf(children) : null;
        IsOnlyMissed =
            Type == FieldType.Text
            && children.Length == 0
            && !needsVeryValue
            && parts.SelectMany(p => p.Matchers).All(m => IsAboutMissing(m.Matcher));
        IsRead = parts.Length > 0 || children.Length > 0 || needsVeryValue;
    }

    public string Name { get; }

    public FieldType Type { get; }

    public int Index { get; }

    /// <summary>The fields that are derived from this one.</summary>
    public FieldTable[] Children { get; }

    /// <summary>Whether anything looks at its values; if not, only their type matters.</summary>
    public bool IsRead { get; }

    /// <summary>Of a text nothing is asked but whether it is missing: all others are alike.</summary>
    public bool IsOnlyMissed { get; }

    /// <summary>For numbers, and dates in milliseconds: which values are alike to the model; null: each value stands for itself.</summary>
    public NumberClasses? Classes { get; }

    /// <summary>The final value where neither a usable value was given nor a derivation gives one.</summary>
    public Symbol Fallback() => MakeSymbol(defaultValue);

    /// <summary>The final value of a given, readable value that is not missing.</summary>
    public Symbol Given(LeadValue value) => MakeSymbol(Canonical(value));

    /// <summary>The final value where none was given and <paramref name="source"/> is the final value of <c>from</c>.</summary>
    public Symbol DerivedFrom(Symbol source)
    {
        var derived = Canonical(Derive(source.Value));
        return MakeSymbol(derived is LeadValue.None ? defaultValue : derived);
    }

    private static bool IsAboutMissing(Matcher matcher) =>
        matcher switch
        {
            Matcher.IsMissing => true,
            Matcher.Not not => IsAboutMissing(not.Inner),
            _ => false,
        };

    private LeadValue Derive(LeadValue source)
    {
        switch (source)
        {
            case LeadValue.Text text:
                foreach (var (match, value) in patterns)
                {
                    var found = match.Match(text.Value);
                    if (found.Success)
                    {
                        return value ?? Captured(found.Groups["value"]);
                    }
                }

                return LeadValue.Missing;
            case LeadValue.Number number:
                foreach (var (below, value) in bands)
                {
                    if (below is null || number.Value < below)
                    {
                        return value;
                    }
                }

                return LeadValue.Missing;
            default:
                return LeadValue.Missing;
        }
    }

    private LeadValue Captured(Group group)
    {
        _ = new RawValue(RawKind.Text, group.Success ? group.Value : "").TryRead(Type, out var value);
        return value;
    }

    private LeadValue Canonical(LeadValue value) =>
        value is LeadValue.Text text && canonicals.Count > 0 && canonicals.TryGetValue(text.Value, out var canonical)
            ? new LeadValue.Text(canonical)
            : value;

    private Symbol MakeSymbol(LeadValue value)
    {
        var first = new Symbol(value);
        var symbol = first;
        for (var p = 0; p < parts.Length; p++)
        {
            if (p > 0)
            {
                symbol.Next = new Symbol(value);
                symbol = symbol.Next;
            }

            symbol.Answers = AnswersOf(parts[p], value);
        }

        return first;
    }

    private Answers AnswersOf(MatcherPart part, LeadValue value)
    {
        var answers = default(Answers);
        foreach (var (matcher, bit) in part.Matchers)
        {
            answers = answers.With(bit, truth.OfField(matcher, value));
        }

        return answers;
    }

    private NumberClasses ClassesOf(FieldTable[] children)
    {
        var constants = parts.SelectMany(p => p.Matchers).SelectMany(m => MatcherConstants.Of(m.Matcher));
        var bounds = children.SelectMany(c => c.bands).Select(b => b.Below).OfType<decimal>();
        return new NumberClasses(constants.Concat(bounds), scale: 1);
    }
}
