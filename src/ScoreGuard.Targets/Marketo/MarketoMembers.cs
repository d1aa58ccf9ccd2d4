using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Makes leads members of a programme, with a status there, or of a static list.</summary>
internal sealed class MarketoMembers(MarketoApi api)
{
    private readonly MarketoLists _lists = new(api);

    /// <param name="signals">All of one name.</param>
    public async Task<ImmutableArray<RecordResult>> JoinAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<string> members = [.. signals.Select(signal => signal.Record)];
        var rows = MarketoNames.FindList(signals[0].Name) is { } list
            ? await _lists.JoinAsync(list, members, cancellationToken)
            : await SetStatusAsync(signals[0].Name, members, cancellationToken);
        return [.. rows.Select((row, at) => IsDone(row) ? RecordResult.Of(members[at]) : row.Refusal)];
    }

    private async Task<ImmutableArray<MarketoRow>> SetStatusAsync(
        string name,
        ImmutableArray<string> members,
        CancellationToken cancellationToken
    )
    {
        var (program, status) = MarketoNames.FindMember(name) ?? (0, "");
        var body = MarketoJson.Write(writer =>
        {
            writer.WriteString("statusName", status);
            MarketoJson.WriteInput(writer, members.Select(member => MarketoIds.Row("leadId", member)));
        });
        return await api.PostAsync(
            new("change a programme's status", $"rest/v1/programs/{program}/members/status.json", body),
            members.Length,
            cancellationToken
        );
    }

    /// <summary>A programme does not go back: whoever is further already is left there, as it would be with a real lead.</summary>
    private static bool IsDone(MarketoRow row) => row.IsDone || row.Error?.Code == MarketoError.AlreadyInStatus;
}
