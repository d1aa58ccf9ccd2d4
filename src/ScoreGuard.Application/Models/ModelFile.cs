using System.Diagnostics;
using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Yaml;

namespace ScoreGuard.Application.Models;

/// <summary>Reads models from bytes, and stored ones back.</summary>
public static class ModelFile
{
    /// <param name="file">As diagnostics name it.</param>
    public static Parsed<ScoringModel> Read(string file, ReadOnlySpan<byte> bytes, ITimeZones zones) =>
        YamlDocument.Read(file, bytes) switch
        {
            Parsed<DocumentNode>.Ok document => ModelReader.Read(file, document.Value, zones),
            Parsed<DocumentNode>.Refused refused => new Parsed<ScoringModel>.Refused(refused.Diagnostics),
            _ => throw new UnreachableException(),
        };

    /// <summary>The model of that hash, or null where it was never stored or this version cannot read it any more.</summary>
    public static async Task<ScoringModel?> FindAsync(
        IModelStore models,
        string hash,
        ITimeZones zones,
        CancellationToken cancellationToken
    )
    {
        var canonical = await models.FindAsync(hash, cancellationToken);
        return
            canonical is not null
            && Read(hash, Encoding.UTF8.GetBytes(canonical), zones) is Parsed<ScoringModel>.Ok model
            ? model.Value
            : null;
    }
}
