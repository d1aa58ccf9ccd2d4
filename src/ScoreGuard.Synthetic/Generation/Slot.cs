namespace ScoreGuard.Synthetic.Generation;

/// <summary>Where a lead's attribute stands among the bytes that are underway, before any dirt.</summary>
internal readonly record struct Slot(int Start, int Length, ValueKind Kind);
