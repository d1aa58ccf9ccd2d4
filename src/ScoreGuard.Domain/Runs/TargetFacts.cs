namespace ScoreGuard.Domain.Runs;

/// <summary>What a run has to say about the live target that scored its leads.</summary>
/// <param name="Platform">As people call it: <c>HubSpot</c>.</param>
/// <param name="IsReplay">Leads were put into it; else its configuration was read and evaluated here.</param>
/// <param name="ConfigurationHash">Of the snapshot that the run took; null: the configuration cannot be read.</param>
/// <param name="NotTestable">Leads that need a signal which the target cannot inject; they are among no other figure.</param>
/// <param name="ConfirmedAway">Leads that differed at first, and not when they were replayed once more.</param>
/// <param name="LeftBehind">Synthetic records that could not be taken out.</param>
/// <param name="ApprovedConfigurationHash">Of the run whose outcomes are the baseline; null: it had none.</param>
/// <param name="Fidelity">The last comparison of the read configuration with the platform; null: there was none.</param>
/// <param name="ReadModelHash">Beside a replay, of the model that the configuration reads as: edits can be told by it. Null: it reads as none.</param>
/// <param name="ApprovedReadModelHash">That of the run whose outcomes are the baseline; null: it had none.</param>
public sealed record TargetFacts(
    string Platform,
    bool IsReplay,
    string? ConfigurationHash,
    int NotTestable = 0,
    int ConfirmedAway = 0,
    int LeftBehind = 0,
    FidelityFacts? Fidelity = null,
    string? ApprovedConfigurationHash = null,
    string? ReadModelHash = null,
    string? ApprovedReadModelHash = null
);

/// <summary>How truly the read configuration scored as the platform did.</summary>
/// <param name="Leads">Leads that were compared.</param>
/// <param name="Differing">Those of them whose outcomes differed.</param>
/// <param name="ConfigurationHash">The configuration that was read then; another one by now says less.</param>
public sealed record FidelityFacts(Instant At, int Leads, int Differing, string? ConfigurationHash);
