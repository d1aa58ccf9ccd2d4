namespace ScoreGuard.Reporting.Pages;

/// <summary>Names of fields in the pages' forms: what a template writes and what a host reads.</summary>
public static class FormFields
{
    public const string Token = "token";
    public const string Key = "key";
    public const string Next = "next";
    public const string Reason = "reason";
    public const string By = "by";
    public const string Decision = "decision";
    public const string Accept = "accept";
    public const string Reject = "reject";
    public const string Scope = "scope";
    public const string Whole = "whole";
    public const string Causes = "causes";
    public const string Cause = "cause";

    /// <summary>Letters that a name or a reason may have.</summary>
    public const int LongestText = 1_000;
}
