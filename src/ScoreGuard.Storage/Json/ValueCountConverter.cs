using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Storage.Json;

/// <summary>A score and how many leads have it as <c>[45,12]</c>: there are many, and a line each is enough.</summary>
internal sealed class ValueCountConverter : JsonConverter<OutcomeTotals.ValueCount>
{
    public override OutcomeTotals.ValueCount Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (
            reader.TokenType == JsonTokenType.StartArray
            && reader.Read()
            && reader.TokenType == JsonTokenType.Number
            && reader.TryGetDecimal(out var value)
            && reader.Read()
            && reader.TokenType == JsonTokenType.Number
            && reader.TryGetInt64(out var leads)
            && reader.Read()
            && reader.TokenType == JsonTokenType.EndArray
        )
        {
            return new(value, leads);
        }

        throw new JsonException("A pair of a value and a count is expected.");
    }

    public override void Write(Utf8JsonWriter writer, OutcomeTotals.ValueCount value, JsonSerializerOptions options) =>
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"[{value.Value},{value.Leads}]"));
}
