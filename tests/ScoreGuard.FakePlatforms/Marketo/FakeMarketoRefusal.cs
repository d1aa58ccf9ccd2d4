namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A request is refused whole, by the HTTP status 200 and a code, or by a status alone.</summary>
internal sealed class FakeMarketoRefusal(int code, string message, int status = 200) : Exception(message)
{
    public int Code { get; } = code;

    public int Status { get; } = status;
}
