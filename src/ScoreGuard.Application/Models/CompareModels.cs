using System.Collections.Immutable;
using ScoreGuard.Application.Scoring;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Application.Models;

/// <summary>The edits between two model files, in words.</summary>
public static class CompareModels
{
    public static Parsed<ImmutableArray<ModelEdit>> Run(NamedBytes before, NamedBytes after, ITimeZones zones)
    {
        var was = ModelFile.Read(before.Name, before.Bytes, zones);
        var now = ModelFile.Read(after.Name, after.Bytes, zones);
        if (was is Parsed<ScoringModel>.Ok old && now is Parsed<ScoringModel>.Ok current)
        {
            return new Parsed<ImmutableArray<ModelEdit>>.Ok(
                ModelDiff.Between(old.Value, current.Value),
                [.. old.Warnings, .. current.Warnings]
            );
        }

        return new Parsed<ImmutableArray<ModelEdit>>.Refused([.. Wrong(was), .. Wrong(now)]);
    }

    private static ImmutableArray<Diagnostic> Wrong(Parsed<ScoringModel> model) =>
        model is Parsed<ScoringModel>.Refused refused ? refused.Diagnostics : [];
}
