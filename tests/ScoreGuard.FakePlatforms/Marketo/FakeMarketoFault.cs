namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>What goes wrong with one call.</summary>
public abstract record FakeMarketoFault
{
    private FakeMarketoFault() { }

    /// <summary>Nothing is done, and the status 200 comes with this code.</summary>
    public sealed record Code(int Number, string Message) : FakeMarketoFault;

    /// <summary>Nothing is done, and a status comes with a body that is no JSON.</summary>
    public sealed record Status(int Number) : FakeMarketoFault;

    /// <summary>Nothing is done, and the connection breaks.</summary>
    public sealed record Broken : FakeMarketoFault;

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    public sealed record DoneAndBroken : FakeMarketoFault;

    /// <summary>An upsert: the connection breaks, and what it saw as new is created only later, whatever was created meanwhile.</summary>
    public sealed record LateAndBroken(TimeSpan By) : FakeMarketoFault;
}
