using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>A name of something else, and where it stands.</summary>
internal readonly record struct NameUse(string Name, Place Place);
