using System.Text.Json;
using System.Text.Json.Serialization;
using ScoreGuard.Domain;

namespace ScoreGuard.Storage.Json;

/// <summary>Instants as they are printed everywhere: <c>2026-03-02T09:00:00Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && InstantText.TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("An instant is expected.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
