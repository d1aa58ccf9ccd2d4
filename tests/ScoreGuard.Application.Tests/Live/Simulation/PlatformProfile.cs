using System.Globalization;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>A fake platform as a simulation needs it: 20 points for Germany, some for every signal.</summary>
internal abstract class PlatformProfile : IAsyncDisposable
{
    /// <summary>Points of a signal: what somebody edits when behaviour is to drift.</summary>
    public int PerSignal { get; set; } = 10;

    /// <summary>The workspace's target, as far as it is this platform's.</summary>
    public abstract string Target { get; }

    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    public abstract int Records { get; }

    public static PlatformProfile Of(string platform) =>
        platform switch
        {
            "hubspot" => new HubSpotProfile(),
            "marketo" => new MarketoProfile(),
            "mautic" => new MauticProfile(),
            "salesforce" => new SalesforceProfile(),
            _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "No such platform."),
        };

    /// <summary>It has what this target names, and what the workspace of `scoreguard init` does.</summary>
    public abstract Task StartAsync(LeapingTime time);

    /// <summary>A fault of the platform's own kind befalls one of the next calls.</summary>
    public abstract void Fail(Random chance);

    public abstract ValueTask DisposeAsync();

    protected string Points(IReadOnlyDictionary<string, string?> fields, int signals) =>
        ((fields.GetValueOrDefault("country") == "Germany" ? 20 : 0) + (PerSignal * signals)).ToString(
            CultureInfo.InvariantCulture
        );
}
