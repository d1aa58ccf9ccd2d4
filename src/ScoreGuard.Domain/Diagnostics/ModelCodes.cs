namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with a model beyond the form of its document.</summary>
public static class ModelCodes
{
    public static readonly CodeArea Area = new("Models", "SG11");
}
