namespace ScoreGuard.Storage.Azure.Tables;

/// <param name="Select">Names with commas between them; null: every property.</param>
internal readonly record struct EntityQuery(string? Filter, int? MaxPerPage, string? Select);
