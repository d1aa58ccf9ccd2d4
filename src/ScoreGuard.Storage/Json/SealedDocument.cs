using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Json;

/// <summary>A JSON document that carries the digest of its own content: readable for people, and no change goes unseen.</summary>
internal static class SealedDocument
{
    public static byte[] Write<T>(T content, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, type);
        var head = Encoding.UTF8.GetBytes($"{{\n\"digest\": \"{Sha256Text.Of(json)}\",\n\"content\": ");
        return [.. head, .. json, .. "\n}\n"u8];
    }

    /// <param name="resource">The file, for the message.</param>
    /// <exception cref="StoreDamage">It is not what was written.</exception>
    public static T Read<T>(ReadOnlySpan<byte> file, JsonTypeInfo<T> type, string resource)
    {
        try
        {
            var content = Open(file, out var digest);
            if (!string.Equals(digest, Sha256Text.Of(content), StringComparison.Ordinal))
            {
                throw StoreDamage.Of(
                    StoreCodes.Altered,
                    resource,
                    "its content is not what was stored, its digest differs; restore it from version control or a backup."
                );
            }

            return JsonSerializer.Deserialize(content, type) ?? throw new JsonException("No content.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw StoreDamage.Of(
                StoreCodes.Unreadable,
                resource,
                "it is truncated or no stored document; restore it from version control or a backup."
            );
        }
    }

    private static ReadOnlySpan<byte> Open(ReadOnlySpan<byte> file, out string? digest)
    {
        var json = new Utf8JsonReader(file);
        Expect(ref json, JsonTokenType.StartObject);
        Expect(ref json, JsonTokenType.PropertyName);
        Named(json, "digest"u8);
        Expect(ref json, JsonTokenType.String);
        digest = json.GetString();
        Expect(ref json, JsonTokenType.PropertyName);
        Named(json, "content"u8);
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        var content = file[start..(int)json.BytesConsumed];
        Expect(ref json, JsonTokenType.EndObject);
        if (json.Read())
        {
            throw new JsonException("More than one document.");
        }

        return content;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token)
        {
            throw new JsonException($"{token} is expected.");
        }
    }

    private static void Named(Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        if (!json.ValueTextEquals(name))
        {
            throw new JsonException("Another key is expected.");
        }
    }
}
