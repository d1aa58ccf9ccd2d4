using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>Text with places for other values: <c>{firstName} {lastName}</c>.</summary>
/// <param name="Parts">In order.</param>
public sealed record Template(ImmutableArray<Template.Part> Parts)
{
    public const string LeadId = "lead.id";
    public const string LeadNumber = "lead.number";
    public const string PersonaName = "persona";
    public const string LocaleName = "locale";

    /// <summary>What may be named besides the lead's attributes.</summary>
    public static readonly ImmutableArray<string> Known = [LeadId, LeadNumber, PersonaName, LocaleName];

    /// <summary>What the places name, in order, repeats included.</summary>
    public IEnumerable<string> References => Parts.OfType<Part.Reference>().Select(part => part.Name);

    /// <summary>A piece of a template.</summary>
    public abstract record Part
    {
        private Part() { }

        public sealed record Literal(string Text) : Part;

        /// <param name="Name">An attribute, or one of <see cref="Known"/>.</param>
        public sealed record Reference(string Name) : Part;
    }
}
