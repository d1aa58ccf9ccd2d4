namespace ScoreGuard.Synthetic.Plans;

/// <summary>What goes wrong with a value on its way in: shares from 0 to 1 that exclude each other; their sum is at most 1.</summary>
/// <param name="Missing">Left out.</param>
/// <param name="Blank">Empty, or nothing but white space.</param>
/// <param name="Upper">In upper case.</param>
/// <param name="Lower">In lower case.</param>
/// <param name="Spaces">White space before, behind or on both sides.</param>
/// <param name="Doubled">The first space between words doubled.</param>
/// <param name="Quoted">A number or boolean as text.</param>
/// <param name="Grouped">A number as text with thousands separators, which no model reads.</param>
public sealed record Dirt(
    decimal Missing = 0,
    decimal Blank = 0,
    decimal Upper = 0,
    decimal Lower = 0,
    decimal Spaces = 0,
    decimal Doubled = 0,
    decimal Quoted = 0,
    decimal Grouped = 0
)
{
    public static readonly Dirt None = new();

    public decimal Sum => Missing + Blank + Upper + Lower + Spaces + Doubled + Quoted + Grouped;
}
