using System.Globalization;

namespace ScoreGuard.Targets.Marketo;

/// <summary>How a workspace writes what is on Marketo.</summary>
internal static class MarketoNames
{
    /// <summary>The property of an event that becomes its primary attribute.</summary>
    public const string PrimaryAttribute = "primaryAttributeValue";

    /// <summary>Properties of a form with this prefix tell of the visit, not of the lead.</summary>
    public const string VisitPrefix = "visitorData.";

    private const string ListPrefix = "list/";
    private const int LongestField = 255;

    /// <summary>What Marketo takes as the REST API name of a field: it goes into lists with commas between.</summary>
    public static bool IsField(string name) =>
        name.Length is > 0 and <= LongestField && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>A custom activity's type, or a campaign: <c>1029</c>.</summary>
    public static int? FindId(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    /// <summary>A form, and the programme that it is filled in for: <c>1029</c>, <c>1029/2045</c>.</summary>
    public static (int Form, int? Program)? FindForm(string name) =>
        name.Split('/') switch
        {
            [var form] when FindId(form) is { } id => (id, null),
            [var form, var program] when FindId(form) is { } id && FindId(program) is { } inside => (id, inside),
            _ => null,
        };

    /// <summary>A programme and a status there: <c>2045/Attended</c>.</summary>
    public static (int Program, string Status)? FindMember(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is > 0 and var at
        && FindId(name[..at]) is { } program
        && name[(at + 1)..].Trim() is { Length: > 0 } status
            ? (program, status)
            : null;

    /// <summary>A static list: <c>list/1001</c>.</summary>
    public static int? FindList(string name) =>
        name.StartsWith(ListPrefix, StringComparison.Ordinal) ? FindId(name[ListPrefix.Length..]) : null;
}
