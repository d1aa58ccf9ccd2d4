using System.Globalization;

namespace ScoreGuard.Targets.Marketo;

/// <summary>A folder or programme of assets.</summary>
/// <param name="Type"><c>Folder</c> or <c>Program</c>.</param>
internal readonly record struct MarketoFolder(string Type, int Id)
{
    /// <summary>As a workspace writes it: <c>folder 12</c>, <c>program 34</c>.</summary>
    public static MarketoFolder? Find(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var type = words is [var word, _] ? word : "";
        var isId = int.TryParse(words.LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return (type, isId) switch
        {
            ("folder", true) => new("Folder", id),
            ("program", true) => new("Program", id),
            _ => null,
        };
    }

    public override string ToString() => $"{Type} {Id}";
}
