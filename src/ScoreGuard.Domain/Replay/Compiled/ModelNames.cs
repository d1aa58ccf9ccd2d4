using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>The index of everything that a model names, in document order.</summary>
internal sealed class ModelNames
{
    /// <summary>The type of every activity that the model does not name.</summary>
    public const int OtherType = 0;

    public const int AttributeChange = 1;

    private readonly Dictionary<string, int> fields;
    private readonly Dictionary<string, int> dimensions;
    private readonly Dictionary<string, int> stages;
    private readonly Dictionary<string, int> types = new(StringComparer.Ordinal)
    {
        [ActivityNames.AttributeChange] = AttributeChange,
    };
    private readonly Dictionary<string, int> properties = new(StringComparer.Ordinal);

    public ModelNames(ScoringModel model)
    {
        fields = Indexed(model.Fields.Select(f => f.Name));
        dimensions = Indexed(model.Dimensions.Select(d => d.Name));
        Stages = model.Lifecycle is { } lifecycle ? [.. lifecycle.Stages] : [];
        stages = Indexed(Stages);
    }

    public string[] Stages { get; }

    /// <summary>Activity types by name, in order of index from <see cref="AttributeChange"/>.</summary>
    public IEnumerable<string> TypeNames => types.OrderBy(t => t.Value).Select(t => t.Key);

    public IEnumerable<string> PropertyNames => properties.OrderBy(p => p.Value).Select(p => p.Key);

    public int TypeCount => types.Count + 1;

    public int Field(string name) => fields[name];

    public int Dimension(string name) => dimensions[name];

    public int Stage(string name) => stages[name];

    public int Property(string name) => Named(properties, name, first: 0);

    public TypeSet Types(ActivityTypes named) =>
        new(named.IsAny, [.. named.Names.Select(name => Named(types, name, first: 1))]);

    private static int Named(Dictionary<string, int> names, string name, int first)
    {
        if (!names.TryGetValue(name, out var index))
        {
            index = names.Count + first;
            names.Add(name, index);
        }

        return index;
    }

    private static Dictionary<string, int> Indexed(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(n => n.name, n => n.index, StringComparer.Ordinal);
}

/// <summary>A set of activity types.</summary>
internal readonly record struct TypeSet(bool IsAny, int[] Indexes)
{
    public bool Takes(int type) => IsAny || Array.IndexOf(Indexes, type) >= 0;
}
