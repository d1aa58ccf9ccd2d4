using System.Collections.Immutable;

namespace ScoreGuard.Domain.Targets;

/// <summary>What a platform can do. docs/targets.md is written from it.</summary>
/// <param name="Platform">As people call it: <c>HubSpot</c>.</param>
/// <param name="Reads">What can be read of its configuration; empty: nothing.</param>
/// <param name="DoesNotRead">What scores leads there and cannot be read.</param>
/// <param name="Signals">What leads can be made to do. A signal that is not named here cannot be injected.</param>
/// <param name="BatchSize">Most records in one call of <see cref="ITarget"/>.</param>
/// <param name="MinimumWait">Before the first look at what became of a lead, unless the workspace says otherwise.</param>
public sealed record TargetCapabilities(
    string Platform,
    ImmutableArray<string> Reads,
    ImmutableArray<string> DoesNotRead,
    ImmutableArray<SignalSupport> Signals,
    int BatchSize,
    TimeSpan MinimumWait
)
{
    public SignalSupport? Find(SignalKind kind) => Signals.FirstOrDefault(signal => signal.Kind == kind);
}

/// <param name="BackDated">It can be said to have happened earlier.</param>
/// <param name="How">By which call, in words, with what people have to set up first.</param>
public sealed record SignalSupport(SignalKind Kind, bool BackDated, string How);

/// <summary>Kinds of signals as a workspace says them.</summary>
public static class SignalWords
{
    /// <summary><c>form</c>.</summary>
    public static string Of(SignalKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>What a lead can do on a platform.</summary>
public enum SignalKind
{
    /// <summary>A property of the record changes.</summary>
    Update,

    /// <summary>A form is filled in.</summary>
    Form,

    /// <summary>A custom event or activity is recorded.</summary>
    Event,

    /// <summary>A page is visited.</summary>
    Visit,

    /// <summary>The record becomes a member of a programme, campaign or list, or changes its status there.</summary>
    Member,

    /// <summary>A campaign is asked to take the record.</summary>
    Request,

    /// <summary>A task or call is logged.</summary>
    Task,

    /// <summary>The lifecycle stage is set by hand.</summary>
    Stage,
}
