using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>Where in its file a target says what, for what only an adapter can judge.</summary>
public sealed class TargetPlaces
{
    private readonly string _file;
    private readonly ImmutableDictionary<string, SourcePosition> _positions;

    private TargetPlaces(string file, ImmutableDictionary<string, SourcePosition> positions) =>
        (_file, _positions) = (file, positions);

    /// <summary>Of a target that stands in no file.</summary>
    public static TargetPlaces None { get; } =
        new(Workspace.FileName, ImmutableDictionary<string, SourcePosition>.Empty);

    /// <summary>Keys of the target, their keys, and items of their lists.</summary>
    public static TargetPlaces Of(Place target)
    {
        var positions = ImmutableDictionary.CreateBuilder<string, SourcePosition>(StringComparer.Ordinal);
        positions[$"{target.Path}"] = target.Node.At;
        Add(target, deeper: true);
        return new(target.Diagnostics.File, positions.ToImmutable());

        void Add(Place place, bool deeper)
        {
            switch (place.Node)
            {
                case DocumentNode.Mapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        var value = place.Value(entry);
                        positions[$"{value.Path}"] = entry.KeyAt;
                        if (deeper)
                        {
                            Add(value, deeper: false);
                        }
                    }

                    break;
                case DocumentNode.Sequence list:
                    for (var index = 0; index < list.Items.Length; index++)
                    {
                        var item = place.Item(index, list.Items[index]);
                        positions[$"{item.Path}"] = item.Node.At;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>With file, line and column where <paramref name="told"/> is about the target and has none yet: those of its path, or of what holds that.</summary>
    public Diagnostic Locate(Diagnostic told)
    {
        if (told.At is not null || told.File != Workspace.FileName)
        {
            return told;
        }

        var path = told.Path;
        while (path.Length > 0 && !_positions.ContainsKey(path))
        {
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return told with
        {
            File = _file,
            At = _positions.TryGetValue(path, out var at) ? at : null,
        };
    }
}
