namespace ScoreGuard.Domain.Diagnostics;

/// <summary>Why a run could not judge, or what it has to say beside its verdict.</summary>
public static class RunCodes
{
    public static readonly CodeArea Area = new("Runs and decisions", "SG52");

    public static readonly DiagnosticCode NoLeads = Area.Define(
        "SG5201",
        "No leads are frozen",
        "Run `scoreguard generate` once; from then on every run replays the same leads."
    );

    public static readonly DiagnosticCode LeadSetChanged = Area.Define(
        "SG5202",
        "The baseline was made on other leads",
        "Check the outcomes of the new leads and approve them as a new baseline with `scoreguard decide RUN --accept-all`."
    );

    public static readonly DiagnosticCode EngineMovesOutcomes = Area.Define(
        "SG5203",
        "A new engine version gives other outcomes for the approved model",
        "Go back to the earlier version, or check the outcomes and approve a new baseline with `scoreguard decide RUN --accept-all`."
    );

    public static readonly DiagnosticCode EngineChanged = Area.Define(
        "SG5204",
        "The engine version changed, and outcomes did not",
        "Nothing to do: the approved model was replayed with the new engine and gave the same bytes."
    );

    public static readonly DiagnosticCode PlanChanged = Area.Define(
        "SG5205",
        "The lead plan changed since its leads were frozen",
        "Runs go on with the frozen leads; `scoreguard generate --replace` freezes new ones, which need a new baseline."
    );

    public static readonly DiagnosticCode Locked = Area.Define(
        "SG5206",
        "Another run or decision is under way",
        "Wait for it to finish; the lock goes with the process that holds it."
    );

    public static readonly DiagnosticCode UnknownRun = Area.Define(
        "SG5207",
        "No such run",
        "`scoreguard history` lists the runs of a workspace."
    );

    public static readonly DiagnosticCode NotCurrent = Area.Define(
        "SG5208",
        "The evidence is no longer current",
        "Run again and decide on the new run."
    );

    public static readonly DiagnosticCode NothingToDecide = Area.Define(
        "SG5209",
        "There is nothing to decide about this run",
        "Decide on a run that drifted, has no baseline, or previews a candidate."
    );

    public static readonly DiagnosticCode UnknownCause = Area.Define(
        "SG5210",
        "The run has no such cause",
        "Name causes as the report does."
    );

    public static readonly DiagnosticCode UnknownLead = Area.Define(
        "SG5211",
        "The lead did not change in this run",
        "Name leads as drift.csv does."
    );

    public static readonly DiagnosticCode ReasonMissing = Area.Define(
        "SG5212",
        "A decision needs a reason",
        "Say why, with `--reason`; it is kept with the baseline."
    );

    public static readonly DiagnosticCode OnlyWhole = Area.Define(
        "SG5213",
        "This run can only be accepted or rejected as a whole",
        "Use `--accept-all` or `--reject-all`."
    );

    public static readonly DiagnosticCode ModelGone = Area.Define(
        "SG5214",
        "The baseline's model cannot be read back",
        "The comparison stands; only the edits cannot be told in words."
    );

    public static readonly DiagnosticCode LeadsMiscounted = Area.Define(
        "SG5215",
        "The frozen leads are not as many as were frozen",
        "Restore `.scoreguard` from version control or a backup."
    );

    public static readonly DiagnosticCode AlreadyFrozen = Area.Define(
        "SG5216",
        "The plan no longer makes the leads that are frozen",
        "Keep the frozen leads, or freeze the new ones with `--replace` and approve a new baseline."
    );

    public static readonly DiagnosticCode GaveUp = Area.Define(
        "SG5217",
        "A step of the run failed again and again",
        "Mend what the message names, then run again; nothing was judged and the baseline is untouched."
    );

    public static readonly DiagnosticCode EngineReplaced = Area.Define(
        "SG5218",
        "The app was updated while the run was under way",
        "Run again: outcomes of two engines cannot be put beside each other."
    );
}
