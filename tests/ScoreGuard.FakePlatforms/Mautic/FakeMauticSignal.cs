namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>Something that a contact did, as the scoring function sees it.</summary>
/// <param name="IsScored">A visitor did it, or it moves campaigns; a user's edit fires no point action.</param>
public sealed record FakeMauticSignal(
    string Kind,
    string Name,
    IReadOnlyDictionary<string, string?> Properties,
    bool IsScored
);
