using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>
/// The canonical form: a model as JSON that says what it means and nothing else. Comments, quotes, the order of fixed keys
/// and the spelling of numbers, instants and durations (<c>720h</c>, <c>30d</c>) are gone, and so are notes, and keys that
/// say what is so anyway (<c>enabled: true</c>); <c>once</c> is a limit. The order of fields, dimensions, rules,
/// transitions and bands stays; conditions of one mapping, which all have to hold, are in order of their keys.
/// </summary>
/// <remarks>It is a model itself, and its own canonical form.</remarks>
internal static class CanonicalModel
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The text is hashed and read back, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1_000,
    };

    /// <summary>The model with its canonical form and the hash of that.</summary>
    public static ScoringModel Seal(ScoringModel model, ListUses uses)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var lists = CanonicalLists.Of(model, uses);
            new CanonicalSections(json, lists).Write(model);
        }

        var bytes = buffer.ToArray();
        return model with
        {
            Canonical = Encoding.UTF8.GetString(bytes),
            Hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}
