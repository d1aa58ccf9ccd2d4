using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>One write of an entity group transaction.</summary>
/// <param name="ETag">The state of the entity that an update or delete asks for; without one, whatever is there.</param>
public sealed record TableTransactionAction(
    TableTransactionActionType ActionType,
    TableEntity Entity,
    ETag ETag = default
);
