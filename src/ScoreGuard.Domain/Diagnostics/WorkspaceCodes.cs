namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with a workspace.</summary>
public static class WorkspaceCodes
{
    public static readonly CodeArea Area = new("Workspaces", "SG51");

    public static readonly DiagnosticCode FileMissing = Area.Define(
        "SG5101",
        "A file that is needed does not exist",
        "Correct the name, or create the file; `scoreguard init` makes a whole workspace."
    );

    public static readonly DiagnosticCode OutsidePath = Area.Define(
        "SG5103",
        "A path that leaves the workspace",
        "Keep the file inside the workspace's folder and name it relative to that."
    );

    public static readonly DiagnosticCode RepeatedName = Area.Define(
        "SG5104",
        "A name that stands in a list twice",
        "Remove one of the two."
    );

    public static readonly DiagnosticCode UnknownStage = Area.Define(
        "SG5105",
        "A stage that the model or the target does not have",
        "Name stages of the model's lifecycle, or of the target's `outcome.stage.order`."
    );

    public static readonly DiagnosticCode UnknownDimension = Area.Define(
        "SG5106",
        "A tolerance for a score that the model or the target does not have",
        "Name dimensions under the model's `scores`, or under the target's `outcome.scores`."
    );

    public static readonly DiagnosticCode AsOfMissing = Area.Define(
        "SG5107",
        "Leads from a file need `asOf`, those of a plan bring their own",
        "Say up to which instant the leads of the file are replayed, or remove `asOf` beside a plan."
    );

    public static readonly DiagnosticCode Name = Area.Define(
        "SG5108",
        "A workspace's name that cannot stand in paths and addresses",
        "Use lower-case letters, digits and dashes, at most 63, the first no dash."
    );

    public static readonly DiagnosticCode TargetIncomplete = Area.Define(
        "SG5109",
        "A target that lacks what its use needs",
        "Add what the message names; docs/targets has a page for each platform."
    );

    public static readonly DiagnosticCode TargetUse = Area.Define(
        "SG5110",
        "A target that cannot be used like that",
        "Correct what the message names; docs/targets says what each platform can do."
    );

    public static readonly DiagnosticCode LeadsDoNotFit = Area.Define(
        "SG5111",
        "Leads and target that do not fit together",
        "Give each activity of the lead plan an entry under `signals`, and the leads the attributes that `lead.fields` maps."
    );

    public static readonly DiagnosticCode ForeignAddress = Area.Define(
        "SG5112",
        "A domain at which an address may belong to somebody",
        "Use a subdomain of yours that has no mail server, or a domain that ends in .invalid, .example or .test."
    );
}
