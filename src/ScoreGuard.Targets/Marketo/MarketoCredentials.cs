namespace ScoreGuard.Targets.Marketo;

/// <summary>What a custom service of the LaunchPoint page is known by.</summary>
internal sealed record MarketoCredentials(string ClientId, string ClientSecret);
