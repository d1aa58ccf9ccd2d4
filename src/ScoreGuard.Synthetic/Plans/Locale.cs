using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>A country and language that leads can be from.</summary>
/// <param name="Name">As plans and Bogus call it: <c>en_GB</c>.</param>
/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Code3">ISO 3166 alpha-3.</param>
/// <param name="Country">In English.</param>
/// <param name="Native">As people there write it.</param>
/// <param name="CallingCode">Without <c>+</c>.</param>
/// <param name="Trunk">What is dialled before a national number, often <c>0</c>; may be empty.</param>
/// <param name="Phones">National numbers that nobody has, without trunk prefix; <c>#</c> is any digit.</param>
public sealed record Locale(
    string Name,
    string Code,
    string Code3,
    string Country,
    string Native,
    string CallingCode,
    string Trunk,
    ImmutableArray<string> Phones
);
