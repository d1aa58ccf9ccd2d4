using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>The service refused a transaction; nothing of it was done.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(RequestFailedException refusal, int? failedIndex)
        : base(refusal.Status, refusal.Message, refusal.ErrorCode, refusal) =>
        FailedTransactionActionIndex = failedIndex;

    /// <summary>Which action stood in the way, from 0; null where the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
