namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>What an action of a transaction does to its entity.</summary>
public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}
