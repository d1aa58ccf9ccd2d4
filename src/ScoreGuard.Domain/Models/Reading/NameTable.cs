using System.Diagnostics.CodeAnalysis;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The names of one kind that a model declares, and what is known of each.</summary>
/// <param name="noun">Without article: <c>field</c>.</param>
internal sealed class NameTable<T>(string noun, DiagnosticCode unknown)
{
    private readonly Dictionary<string, T> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> ignoringCase = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where some declaration could not be read: a name that is not here may have been meant there.</summary>
    public bool IsComplete { get; set; } = true;

    public IReadOnlyCollection<string> Names => byName.Keys;

    public IReadOnlyCollection<T> Values => byName.Values;

    /// <summary>Characters of the longest name; 0 where there is none.</summary>
    public int Longest { get; private set; }

    public void Declare(string name, T value)
    {
        Longest = Math.Max(Longest, name.Length);
        byName.TryAdd(name, value);
        ignoringCase.Add(name);
    }

    /// <summary>Values ignore case, names do not: this asks for a value.</summary>
    public bool MayHoldValue(string text) => !IsComplete || ignoringCase.Contains(text);

    public bool TryFind(string name, [MaybeNullWhen(false)] out T value) => byName.TryGetValue(name, out value);

    /// <summary>Finds what a reference names; an unknown name is reported where it stands.</summary>
    public bool TryResolve(Placed<string> reference, [MaybeNullWhen(false)] out T value)
    {
        if (byName.TryGetValue(reference.Value, out value))
        {
            return true;
        }

        if (IsComplete)
        {
            reference.Place.Error(unknown, Unknown(reference.Value, reference.Place.Diagnostics));
        }

        return false;
    }

    /// <inheritdoc cref="TryResolve"/>
    public bool Resolves(Placed<string> reference) => TryResolve(reference, out _);

    /// <summary>The message for a name that is not here.</summary>
    public string Unknown(string name, DiagnosticBag diagnostics) =>
        $"There is no {noun} {Quote.Code(name)}{(diagnostics.IsFull ? "." : Spelling.Hint(name, Names))}";
}
