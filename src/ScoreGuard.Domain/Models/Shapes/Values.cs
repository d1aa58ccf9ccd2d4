using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>The kinds of values that keys of a model share; section 3 of the specification.</summary>
internal static class Values
{
    private const decimal MostPoints = 1_000_000_000;
    private const decimal LargestFactor = 1_000;

    public static readonly DurationShape Duration = new();

    public static readonly BooleanShape Boolean = new();

    public static readonly NumberShape Points = new("a number of points")
    {
        AtLeast = -MostPoints,
        AtMost = MostPoints,
        Decimals = 3,
    };

    public static readonly NumberShape LimitPoints = new("a number of points")
    {
        Above = 0,
        AtMost = MostPoints,
        Decimals = 3,
    };

    public static readonly NumberShape Factor = new("a factor")
    {
        AtLeast = -LargestFactor,
        AtMost = LargestFactor,
        Decimals = 6,
    };

    public static readonly NumberShape Percent = new("a percentage")
    {
        Above = 0,
        AtMost = 100,
        Decimals = 6,
    };

    public static readonly NumberShape Number = new("a number");

    public static readonly WholeShape Times = new("a number of times", 1, int.MaxValue);

    public static readonly ScalarShape Literal = new("a value: a text, a number, or `true` or `false`");

    public static readonly TextShape Id = new("an id");

    public static readonly ListShape<Placed<string>> ActivityTypes = new(
        "an activity type, a list of them, or `any`",
        Reference("an activity type")
    )
    {
        OrOne = true,
    };

    public static readonly ListShape<Placed<string>> ActivityTypeList = new(
        "a list of activity types",
        Reference("an activity type")
    );

    public static readonly ListShape<Placed<string>> StageList = new("a list of stages", Reference("a stage"));

    /// <summary>One name, or a list of them.</summary>
    public static ListShape<Placed<string>> OneOrMore(string noun, string item) =>
        new(noun, Reference(item)) { OrOne = true };

    /// <summary>A name that refers to something.</summary>
    public static PlacedShape<string> Reference(string noun) => new(new TextShape(noun));
}
