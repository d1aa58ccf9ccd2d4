using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Gives tokens: before its end the same one again.</summary>
internal sealed class FakeMarketoIdentity(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3_600);

    private readonly HashSet<string> _given = [];
    private string _token = "";
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>How many tokens there were.</summary>
    public int Given => _given.Count;

    /// <summary>Ends the token that is in use.</summary>
    public void Expire() => _until = time.GetUtcNow();

    public JsonObject Give()
    {
        var now = time.GetUtcNow();
        if (now >= _until)
        {
            _token = $"cdf01657-110d-4155-99a7-{_given.Count:D12}:int";
            _given.Add(_token);
            _until = now + Life;
        }

        return new()
        {
            ["access_token"] = _token,
            ["token_type"] = "bearer",
            ["expires_in"] = (int)(_until - now).TotalSeconds,
            ["scope"] = "scoreguard@example.invalid",
        };
    }

    /// <exception cref="FakeMarketoRefusal">It is none of ours, or too old.</exception>
    public void Check(string? authorization)
    {
        var token = authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true ? authorization[7..] : "";
        if (token == _token && time.GetUtcNow() < _until)
        {
            return;
        }

        throw _given.Contains(token)
            ? new FakeMarketoRefusal(602, "Access token expired")
            : new FakeMarketoRefusal(601, "Access token invalid");
    }
}
