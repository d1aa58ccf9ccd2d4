using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>Finds runs as people name them: by id, by the beginning of one, or <c>latest</c>.</summary>
public sealed class RunNames(WorkspaceContext context)
{
    public const string Latest = "latest";

    private const int Searched = 1000;

    public async Task<Parsed<RunRecord>> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (await context.Stores.Runs.FindAsync(name, cancellationToken) is { } exact)
        {
            return new Parsed<RunRecord>.Ok(exact, []);
        }

        var runs = await context.Stores.Runs.ListAsync(name == Latest ? 1 : Searched, cancellationToken);
        var meant = runs.Where(run => name == Latest || run.Id.StartsWith(name, StringComparison.Ordinal)).ToList();
        return meant switch
        {
            [var one] when name.Length > 0 => new Parsed<RunRecord>.Ok(one, []),
            [_, _, ..] when name.Length > 0 => Refuse(
                $"{meant.Count} runs begin with {Quote.Code(name)}; write more of the name, as {Quote.Code(meant[0].Id)}."
            ),
            _ => Refuse($"There is no run {Quote.Code(name)} in this workspace; `scoreguard history` lists them."),
        };
    }

    private Parsed<RunRecord> Refuse(string message)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        return new Parsed<RunRecord>.Refused([new(RunCodes.UnknownRun.Code, Severity.Error, file, null, "", message)]);
    }
}
