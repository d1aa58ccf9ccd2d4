using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>What became of a frozen lead before a platform: a <see cref="LiveCase"/> or <see cref="NotTestable"/>.</summary>
/// <param name="Lead">Its id.</param>
internal abstract record TranslatedLead(string Lead);

/// <summary>A frozen lead in a platform's terms.</summary>
/// <param name="Properties">Without the address and the run's mark.</param>
/// <param name="Signals">In the order in which they happen.</param>
internal sealed record LiveCase(
    string Lead,
    ImmutableArray<TargetProperty> Properties,
    ImmutableArray<LiveSignal> Signals
) : TranslatedLead(Lead);

/// <param name="Ago">How long before <c>asOf</c> it happened.</param>
internal sealed record LiveSignal(
    SignalKind Kind,
    string Name,
    TimeSpan Ago,
    ImmutableArray<TargetProperty> Properties
);

/// <summary>A lead that the target cannot be given.</summary>
/// <param name="Reasons">All of them, each once, in words that are the same for all leads with the same reason.</param>
internal sealed record NotTestable(string Lead, ImmutableArray<string> Reasons) : TranslatedLead(Lead);
