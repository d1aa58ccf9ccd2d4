using Azure;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>The answer to a question for an entity that is not there.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no such entity.");

    public override Response GetRawResponse() => response;
}
