using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>The values of a mapping with fixed keys, read one by one.</summary>
/// <remarks>Its unknown and missing keys have been reported; a value's own mistakes are reported when it is asked for.</remarks>
public sealed class RecordReader
{
    private readonly Dictionary<string, DocumentNode.Entry> entries = new(StringComparer.Ordinal);

    internal RecordReader(Place place, RecordShape shape)
    {
        Place = place;
        Shape = shape;
        foreach (var entry in place.Node is DocumentNode.Mapping mapping ? mapping.Entries : [])
        {
            entries.TryAdd(entry.Key, entry);
        }
    }

    public Place Place { get; }

    public RecordShape Shape { get; }

    internal HashSet<string> Misspelt { get; } = new(StringComparer.Ordinal);

    public bool Has(RecordKey key) => entries.ContainsKey(key.Name);

    /// <summary>True where the key is absent, but an unknown key looks like it: what it would have said is not known.</summary>
    public bool IsMisspelt(RecordKey key) => !Has(key) && Misspelt.Contains(key.Name);

    /// <summary>The place of the key's value.</summary>
    /// <exception cref="KeyNotFoundException">The mapping has no such key.</exception>
    public Place PlaceOf(RecordKey key) => Place.Value(entries[key.Name]);

    /// <summary>False where the key is absent or its value could not be read (which is then reported).</summary>
    public bool TryGet<T>(Key<T> key, out T value)
    {
        if (Has(key))
        {
            return key.Shape.TryRead(PlaceOf(key), out value);
        }

        value = default!;
        return false;
    }

    /// <summary>The value, or null where there is none or it could not be read.</summary>
    public T? Find<T>(Key<T> key)
        where T : class => TryGet(key, out var value) ? value : null;

    /// <inheritdoc cref="Find{T}"/>
    public T? FindValue<T>(Key<T> key)
        where T : struct => TryGet(key, out var value) ? value : null;

    /// <summary>The value, or <paramref name="otherwise"/> where there is none or it could not be read.</summary>
    public T Get<T>(Key<T> key, T otherwise) => TryGet(key, out var value) ? value : otherwise;

    /// <summary>An error about a key that is there, at the key.</summary>
    public void KeyError(RecordKey key, DiagnosticCode code, string message) =>
        Place.KeyError(code, entries[key.Name], message);
}
