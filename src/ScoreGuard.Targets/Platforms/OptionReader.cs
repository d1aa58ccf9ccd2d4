using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Platforms;

/// <summary>Reads the options that only one platform knows, and tells everything that is wrong with them.</summary>
internal sealed class OptionReader(TargetDefinition definition, ICollection<Diagnostic> wrong)
{
    private readonly List<string> _known = [];

    public string? Find(string name)
    {
        _known.Add(name);
        return definition.FindOption(name) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Whole(string name, int least, int most, int otherwise)
    {
        if (Find(name) is not { } text)
        {
            return otherwise;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most
        )
        {
            return value;
        }

        Wrong(name, $"{Quote.Code(text)} is no whole number from {least} to {most}.");
        return otherwise;
    }

    public void Wrong(string name, string message) => wrong.Add(Of($"target.options.{name}", message));

    /// <summary>What is wrong with the target of a workspace, at <paramref name="path"/>.</summary>
    public static Diagnostic Of(string path, string message) =>
        new(TargetCodes.Option.Code, Severity.Error, Workspace.FileName, null, path, message);

    /// <summary>Tells every option that nobody asked for; called last.</summary>
    public void Finish()
    {
        foreach (var option in definition.Options.Where(option => !_known.Contains(option.Name)))
        {
            Wrong(
                Quote.Plain(option.Name),
                $"There is no option {Quote.Code(option.Name)}{Spelling.Hint(option.Name, _known)}"
            );
        }
    }
}
