namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with a file of leads.</summary>
public static class LeadCodes
{
    public static readonly CodeArea Area = new("Leads", "SG20");

    public static readonly DiagnosticCode NotJson = Area.Define(
        "SG2001",
        "A line that is no JSON object",
        "Write one lead a line as a JSON object; a file that ends in the middle of a line was cut off: copy it again."
    );

    public static readonly DiagnosticCode NotUtf8 = Area.Define(
        "SG2002",
        "The line is not UTF-8",
        "Export the leads as UTF-8."
    );

    public static readonly DiagnosticCode ByteOrderMark = Area.Define(
        "SG2003",
        "The file begins with a byte order mark",
        "Save it as UTF-8 without a byte order mark."
    );

    public static readonly DiagnosticCode LineTooLong = Area.Define(
        "SG2004",
        "A lead's line of more than 4 MiB",
        "Leave activities out that no rule looks at."
    );

    public static readonly DiagnosticCode TooManyActivities = Area.Define(
        "SG2005",
        "A lead of more than 100,000 activities",
        "Leave activities out that no rule looks at."
    );

    public static readonly DiagnosticCode RepeatedKey = Area.Define(
        "SG2006",
        "A key stands twice in one object",
        "Remove one of the two."
    );

    public static readonly DiagnosticCode RepeatedId = Area.Define(
        "SG2007",
        "Two leads have the same id",
        "Give every lead an id of its own."
    );

    public static readonly DiagnosticCode Id = Area.Define(
        "SG2010",
        "An id that is missing, blank or no text",
        "Give the lead an id, as `\"id\":\"L00017\"`."
    );

    public static readonly DiagnosticCode InstantForm = Area.Define(
        "SG2011",
        "An instant that is missing or not of the right form",
        "Write it as `2026-03-09T10:00:00Z`, with `Z` or an offset, years 1970 to 2100; a date alone is midnight UTC."
    );

    public static readonly DiagnosticCode OutOfTime = Area.Define(
        "SG2012",
        "An instant outside the lead's time",
        "Nothing may happen before `createdAt` or after the instant that is judged; correct it or leave it out."
    );

    public static readonly DiagnosticCode ActivityType = Area.Define(
        "SG2013",
        "An activity type that is missing, blank, no text, or reserved",
        "Name what happened, as `\"type\":\"form_submit\"`; `any`, `idle` and `midnight` are words of the model."
    );

    public static readonly DiagnosticCode WrongKind = Area.Define(
        "SG2014",
        "A part of a lead of the wrong kind",
        "`attributes` and `properties` are objects, `activities` is a list of objects."
    );

    public static readonly DiagnosticCode TooManyDigits = Area.Define(
        "SG2015",
        "A number of more than 28 digits",
        "Shorten it, or quote it to make it text."
    );
}
