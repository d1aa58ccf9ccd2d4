using System.Globalization;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>The configuration for people, as Markdown.</summary>
internal static class MauticListing
{
    public static string Of(MauticConfiguration configuration)
    {
        var text = new StringBuilder("# Scoring in Mautic\n");
        foreach (var list in MauticList.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {char.ToUpperInvariant(list.Words[0])}{list.Words[1..]}\n\n"
            );
            var entries = configuration.All(list);
            if (entries.IsEmpty)
            {
                text.Append("None.\n");
            }

            foreach (var entry in entries)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- {entry.Find("id").AsText()} **{Name(entry)}**{Words(list, entry)}{State(configuration, list, entry)}\n"
                );
                foreach (var part in entry.Find("events").Items().Concat(entry.Find("actions").Items()))
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"  - {Name(part.Item)} ({Plain(part.Item.Find("type").AsText())})\n"
                    );
                }
            }
        }

        return text.ToString();
    }

    private static string Words(MauticList list, JsonElement entry)
    {
        if (list == MauticList.Points)
        {
            var often = entry.Find("repeatable").IsTruthy() ? "every time" : "once a contact";
            return $": {entry.Find("delta").AsText()} points on {Plain(entry.Find("type").AsText())}, {often}";
        }

        return list == MauticList.Triggers ? $": from {entry.Find("points").AsText()} points"
            : list == MauticList.Stages ? $": weight {entry.Find("weight").AsText()}"
            : "";
    }

    private static string State(MauticConfiguration configuration, MauticList list, JsonElement entry) =>
        list == MauticList.Groups || configuration.IsPublished(entry) ? "" : ", not published";

    private static string Name(JsonElement entry) => Plain(entry.Find("name").AsText());

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var character in Quote.Plain(text ?? "", 120))
        {
            if (@"\`*_[]<>#|".Contains(character, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(character);
        }

        return plain.ToString();
    }
}
