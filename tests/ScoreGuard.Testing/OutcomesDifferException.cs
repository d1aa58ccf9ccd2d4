namespace ScoreGuard.Testing;

/// <summary>Two implementations do not agree on the outcomes of a case.</summary>
public sealed class OutcomesDifferException : Exception
{
    public OutcomesDifferException() { }

    public OutcomesDifferException(string message)
        : base(message) { }

    public OutcomesDifferException(string message, Exception innerException)
        : base(message, innerException) { }
}
