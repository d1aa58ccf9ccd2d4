using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>How truly something was carried over; of several the worst counts, with all reasons.</summary>
internal sealed class Verdict
{
    private readonly List<string> _reasons = [];

    public CarriedHow How { get; private set; } = CarriedHow.Exact;

    public string Reason => string.Join("; ", _reasons);

    public void Approximate(string reason) => Add(CarriedHow.Approximated, reason);

    /// <summary>Says that a part is left out; what it was part of is then only nearly the same.</summary>
    public void LeaveOut(string reason) => Add(CarriedHow.LeftOut, reason);

    public CarriedPart On(string part) => new(part, How, Reason);

    private void Add(CarriedHow how, string reason)
    {
        How = how > How ? how : How;
        if (!_reasons.Contains(reason, StringComparer.Ordinal))
        {
            _reasons.Add(reason);
        }
    }
}
