using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ScoreGuard.Cli.Terminals;

namespace ScoreGuard.Cli.Commands;

/// <summary>Help with examples at its end.</summary>
internal sealed class CommandExamples : SynchronousCommandLineAction
{
    private static readonly Dictionary<Command, string[]> ByCommand = [];

    private readonly SynchronousCommandLineAction _help;

    private CommandExamples(SynchronousCommandLineAction help) => _help = help;

    public static Command Give(Command command, params string[] examples)
    {
        ByCommand[command] = examples;
        return command;
    }

    /// <summary>Lets the help option of <paramref name="root"/> show examples.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new CommandExamples((SynchronousCommandLineAction)option.Action!);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exit = _help.Invoke(parseResult);
        if (ByCommand.TryGetValue(parseResult.CommandResult.Command, out var examples))
        {
            Screen.Line("Examples:");
            foreach (var example in examples)
            {
                Screen.Line($"  {example}");
            }

            Screen.Line();
        }

        return exit;
    }
}
