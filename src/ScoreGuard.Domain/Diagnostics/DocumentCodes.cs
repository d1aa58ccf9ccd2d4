namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with any YAML or JSON document, whatever it is about.</summary>
public static class DocumentCodes
{
    public static readonly CodeArea Area = new("Documents", "SG10");

    public static readonly DiagnosticCode TooManyErrors = Area.Define(
        "SG1000",
        "More errors than are listed",
        "Correct those that are listed and try again; the rest will show."
    );

    public static readonly DiagnosticCode TooLarge = Area.Define(
        "SG1001",
        "The document is larger than 5 MiB",
        "Split it, or move long lists out of it."
    );

    public static readonly DiagnosticCode NotUtf8 = Area.Define(
        "SG1002",
        "The document is not UTF-8",
        "Save it as UTF-8 in your editor."
    );

    public static readonly DiagnosticCode ForbiddenCharacter = Area.Define(
        "SG1003",
        "A character that no YAML document may hold",
        "Delete the invisible character at the place named, or write it as an escape in double quotes."
    );

    public static readonly DiagnosticCode Syntax = Area.Define(
        "SG1004",
        "Not YAML",
        "Correct indentation, brackets or quotes at the place named; nothing after it could be read."
    );

    public static readonly DiagnosticCode SeveralDocuments = Area.Define(
        "SG1005",
        "Several documents in one file",
        "Keep one document a file: remove the `---` and what follows, or split the file."
    );

    public static readonly DiagnosticCode TooDeep = Area.Define(
        "SG1006",
        "Nested deeper than 64 levels",
        "Flatten the document, for example with named segments."
    );

    public static readonly DiagnosticCode Alias = Area.Define(
        "SG1007",
        "A YAML alias",
        "Write the value out where the alias stands."
    );

    public static readonly DiagnosticCode Tag = Area.Define(
        "SG1008",
        "A YAML tag that changes the meaning of a value",
        "Remove the tag; quote the value to make it text."
    );

    public static readonly DiagnosticCode KeyIsNoText = Area.Define(
        "SG1009",
        "A list or mapping as a key",
        "Use a text as the key."
    );

    public static readonly DiagnosticCode RepeatedKey = Area.Define(
        "SG1010",
        "A key stands twice in one mapping",
        "Remove one of the two, or merge their values."
    );

    public static readonly DiagnosticCode UnknownKey = Area.Define(
        "SG1020",
        "A key that means nothing here",
        "Correct its spelling, or remove it; the message names the keys that are known here."
    );

    public static readonly DiagnosticCode MissingKey = Area.Define(
        "SG1021",
        "A required key is missing",
        "Add the key that the message names."
    );

    public static readonly DiagnosticCode WrongKind = Area.Define(
        "SG1022",
        "A value of the wrong kind",
        "Write what the message expects: a mapping, a list, a text, a number, or `true` or `false`."
    );

    public static readonly DiagnosticCode Blank = Area.Define(
        "SG1023",
        "A name or text is blank",
        "Write at least one character that is no space."
    );

    public static readonly DiagnosticCode UnreadableNumber = Area.Define(
        "SG1024",
        "A number that is not finite or has more than 28 digits",
        "Write a decimal number of at most 28 digits."
    );

    public static readonly DiagnosticCode OutOfRange = Area.Define(
        "SG1025",
        "A number outside the range allowed here",
        "Choose a number in the range that the message names."
    );

    public static readonly DiagnosticCode TooManyDecimals = Area.Define(
        "SG1026",
        "A number with too many decimals",
        "Round it to the number of decimals that the message names."
    );

    public static readonly DiagnosticCode NotWhole = Area.Define(
        "SG1027",
        "A fraction where a whole number is needed",
        "Write a whole number."
    );

    public static readonly DiagnosticCode BadDuration = Area.Define(
        "SG1028",
        "Not a duration",
        "Write a whole number from 1 and one of `m`, `h`, `d`, `w`, as in `30d`."
    );

    public static readonly DiagnosticCode UnknownChoice = Area.Define(
        "SG1029",
        "Not one of the values allowed here",
        "Choose one of the values that the message names."
    );

    public static readonly DiagnosticCode EmptyList = Area.Define(
        "SG1030",
        "An empty list",
        "List at least one item, or remove the key."
    );

    public static readonly DiagnosticCode RepeatedItem = Area.Define(
        "SG1031",
        "An item stands twice in a list",
        "Remove one of the two."
    );

    public static readonly DiagnosticCode BadTimeOfDay = Area.Define(
        "SG1032",
        "Not a time of day",
        "Write hours and minutes as `'09:00'`."
    );

    public static readonly DiagnosticCode BadInstant = Area.Define(
        "SG1033",
        "Not an instant",
        "Write a date as `2026-03-02` or an instant as `2026-03-02T09:00:00Z`."
    );
}
