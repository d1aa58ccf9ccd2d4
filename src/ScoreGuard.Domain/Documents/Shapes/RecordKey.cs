namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A key of a mapping whose keys are fixed.</summary>
public abstract class RecordKey(string name, string summary, bool required)
{
    public string Name { get; } = name;

    /// <summary>One or two sentences; editors show them on hover.</summary>
    public string Summary { get; } = summary;

    public bool Required { get; } = required;

    /// <summary>Values that editors offer and show.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    public abstract Shape Shape { get; }
}

/// <summary>A key with what its value is read as.</summary>
public sealed class Key<T>(string name, Shape<T> shape, string summary, bool required = false)
    : RecordKey(name, summary, required)
{
    public override Shape<T> Shape { get; } = shape;
}
