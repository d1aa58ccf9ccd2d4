namespace ScoreGuard.Testing.Generators;

/// <summary>A valid model, valid leads for it, and the instant to judge them at.</summary>
public sealed record GeneratedCase(string ModelJson, string LeadsJsonl, string AsOf)
{
    public override string ToString() => $"as of {AsOf}\nmodel {ModelJson}\nleads\n{LeadsJsonl}";
}
