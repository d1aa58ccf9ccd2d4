using System.CommandLine;
using System.Text;
using ScoreGuard.Cli.Commands;
using ScoreGuard.Cli.Terminals;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    "ScoreGuard replays frozen synthetic leads through your scoring model and says what drifted, why, and who has to act."
)
{
    DemoCommand.Create(),
    InitCommand.Create(),
    ValidateCommand.Create(),
    GenerateCommand.Create(),
    RunCommand.Create(),
    PreviewCommand.Create(),
    DiffCommand.Create(),
    DecideCommand.Create(),
    ReviewCommand.Create(),
    HistoryCommand.Create(),
    ImportCommand.Create(),
    FidelityCommand.Create(),
    JanitorCommand.Create(),
    ReportCommand.Create(),
    ScoreCommand.Create(),
};
CommandExamples.Install(root);
CommandExamples.Give(
    root,
    "scoreguard demo                      the whole story in a minute, on a sample",
    "scoreguard init my-guard             a workspace of your own",
    "scoreguard run my-guard --out out    exit code 0: nothing moved; 2: drift; 3: no baseline; 4: could not judge"
);
var parsed = root.Parse(args);

// Who says nothing at all, or asks for help, is shown it.
if (args.Length > 0 && parsed.Action is not CommandExamples && WrongUsage.Find(parsed) is { } refused)
{
    return refused;
}

return await parsed.InvokeAsync(
    new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // On a loaded machine the shards under way may take longer than the library's two seconds to stop.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    }
);
