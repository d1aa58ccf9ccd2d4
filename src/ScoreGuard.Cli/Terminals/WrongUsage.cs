using System.CommandLine;
using System.CommandLine.Parsing;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Says what is wrong with a command line, and where help is, instead of all the help.</summary>
internal static class WrongUsage
{
    private const string NoMoreOptions = "--";

    /// <returns>The exit code; null: nothing is wrong with it.</returns>
    public static int? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var unknown = Unknown(parsed).Distinct(StringComparer.Ordinal).OrderByDescending(IsOption).ToList();
        // What nothing takes is mostly why the rest is wrong too, and an option that is none why an argument is.
        string[] wrong =
            unknown.Count == 0
                ? [.. parsed.Errors.Select(Message)]
                :
                [
                    Refuse(unknown[0], command),
                    .. unknown.Skip(1).Where(IsOption).Select(more => Refuse(more, command)),
                ];
        if (wrong.Length == 0)
        {
            return null;
        }

        foreach (var message in wrong)
        {
            Screen.Error($"error: {message}");
        }

        Screen.Error($"`{PathOf(command)} --help` says what it takes.");
        return ExitCodes.BadInput;
    }

    /// <summary>What nothing takes, and options that a command's argument took because it takes any text.</summary>
    private static IEnumerable<string> Unknown(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(value => IsOption(value) && parsed.Tokens.All(token => token.Value != NoMoreOptions))
            .Concat(parsed.UnmatchedTokens);

    private static string Refuse(string token, CommandResult command)
    {
        var isOption = IsOption(token);
        string[] known = isOption
            ? [.. Options(command).SelectMany(option => option.Aliases.Append(option.Name))]
            : [.. command.Command.Subcommands.Select(sub => sub.Name)];
        var kind =
            isOption ? "option"
            : known.Length > 0 ? "command"
            : "further argument";
        var hint = known.Length > 0 ? Spelling.Hint(token.Split('=')[0], known) : ".";
        return $"{PathOf(command)} has no {kind} {Quote.Code(token)}{hint}";
    }

    private static IEnumerable<Option> Options(SymbolResult? result) =>
        result is CommandResult command
            ? command.Command.Options.Concat(Options(command.Parent).Where(option => option.Recursive))
            : [];

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "scoreguard";

    private static string Message(ParseError error) =>
        string.Join(' ', error.Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
