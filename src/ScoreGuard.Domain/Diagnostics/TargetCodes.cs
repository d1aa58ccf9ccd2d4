namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What a live target has to say about a run.</summary>
public static class TargetCodes
{
    public static readonly CodeArea Area = new("Live targets", "SG55");

    public static readonly DiagnosticCode Unreachable = Area.Define(
        "SG5501",
        "The target gives no answer",
        "Check its address and whether it is up; run again."
    );

    public static readonly DiagnosticCode Refused = Area.Define(
        "SG5502",
        "The target refuses the credentials or what they may do",
        "Check the connection's settings and the permissions that the platform's page under docs/targets lists."
    );

    public static readonly DiagnosticCode BudgetSpent = Area.Define(
        "SG5503",
        "The calls that may be taken are taken",
        "Raise `budget`, replay fewer leads, or wait until the platform's day is over; `scoreguard run --dry-run` says what a run takes."
    );

    public static readonly DiagnosticCode Setup = Area.Define(
        "SG5504",
        "The platform is not set up as the workspace says",
        "Create what the message names on the platform, or correct the workspace."
    );

    public static readonly DiagnosticCode Unintelligible = Area.Define(
        "SG5505",
        "The target answered what its description does not allow",
        "Run again; if it stays, the platform changed: report it with the message."
    );

    public static readonly DiagnosticCode ConnectionMissing = Area.Define(
        "SG5506",
        "A connection's settings are incomplete",
        "Set what the message names in the environment or the app's settings, never in the workspace."
    );

    public static readonly DiagnosticCode Option = Area.Define(
        "SG5507",
        "An option that the platform does not have, or a value that it does not take",
        "Correct it as the platform's page under docs/targets says."
    );

    public static readonly DiagnosticCode NotTestable = Area.Define(
        "SG5508",
        "Leads that need a signal which the target cannot inject",
        "They were not tested here and count neither as unchanged nor as drift. Map the signal, or test them against the configuration that is read."
    );

    public static readonly DiagnosticCode NotSuppressed = Area.Define(
        "SG5509",
        "A synthetic lead reached people",
        "Nothing more was replayed. Exclude synthetic leads from routing, alerts and synchronisation as the platform's page under docs/targets says, then run again."
    );

    public static readonly DiagnosticCode CanaryStill = Area.Define(
        "SG5510",
        "The canary's score did not move",
        "The platform seems idle: check that its scoring is active and that its scheduled jobs run; an idle platform looks like a stable one."
    );

    public static readonly DiagnosticCode NotSettled = Area.Define(
        "SG5511",
        "Leads did not settle in time",
        "Say a longer `settle.deadline`, or find out why the platform is slow; this says nothing about drift."
    );

    public static readonly DiagnosticCode LeadRefused = Area.Define(
        "SG5512",
        "The target refused single leads",
        "Mend what the message names; leads that were refused say nothing about drift."
    );

    public static readonly DiagnosticCode LeftBehind = Area.Define(
        "SG5513",
        "Synthetic records are left on the platform",
        "Run `scoreguard janitor`, or delete them on the platform by the run's mark."
    );

    public static readonly DiagnosticCode SecondLook = Area.Define(
        "SG5514",
        "Leads that differed at first and not when they were replayed once more",
        "Nothing to do; if it stays, let records settle longer."
    );

    public static readonly DiagnosticCode CarriedOver = Area.Define(
        "SG5515",
        "Parts of the platform's configuration that the model does not hold exactly",
        "`scoreguard import` lists each with its reason; `scoreguard fidelity` measures what they change."
    );

    public static readonly DiagnosticCode ConfigurationUnreadable = Area.Define(
        "SG5516",
        "The platform's configuration cannot be evaluated here",
        "Use `use: replay` for this platform."
    );

    public static readonly DiagnosticCode Unscored = Area.Define(
        "SG5517",
        "A property that is read back and has a value in no lead",
        "Correct its name under `outcome`: what is never there cannot drift. If it is right, no lead of the population gets a value in it."
    );
}
