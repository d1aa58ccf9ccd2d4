namespace ScoreGuard.Cli.Terminals;

/// <summary>Somebody stopped a command that had put records into a platform.</summary>
internal sealed class StoppedReplay()
    : OperationCanceledException(
        "Stopped. Nothing half-written is left here, but synthetic records may still be on the platform: `scoreguard janitor` removes them at once, the next run does it first."
    );
