using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Reads a workspace's options for Marketo and says everything that is wrong with them.</summary>
internal sealed class MarketoOptionsReader(TargetDefinition definition, ICollection<Diagnostic> wrong)
{
    private const string List = "list";
    private const string Partition = "partition";
    private const string BreachFields = "breachFields";
    private const string BreachActivities = "breachActivities";
    private const string Folders = "folders";

    private static readonly string[] Known = [List, Partition, BreachFields, BreachActivities, Folders];

    public MarketoOptions Read()
    {
        foreach (var option in definition.Options.Where(option => !Known.Contains(option.Name)))
        {
            Wrong(option.Name, $"Marketo has no option {Quote.Code(option.Name)}{Spelling.Hint(option.Name, Known)}");
        }

        var fields = Entries(BreachFields);
        foreach (var field in fields.Where(field => !MarketoNames.IsField(field)))
        {
            Wrong(
                BreachFields,
                $"{Quote.Code(field)} is no REST API name of a field; use letters, digits and underscores."
            );
        }

        return new(ReadList(), definition.FindOption(Partition), fields, Entries(BreachActivities), ReadFolders());
    }

    private int ReadList()
    {
        var text = definition.FindOption(List);
        if (text is null && definition.Use == TargetUse.Replay)
        {
            Wrong(
                List,
                "A replay needs `list`: the id of a static list that every synthetic lead joins, for Marketo cannot search for leads of any run."
            );
        }

        if (text is null)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
        {
            return id;
        }

        Wrong(
            List,
            $"{Quote.Code(text)} is no id of a static list; it is the number after `ST` in the list's address."
        );
        return 0;
    }

    private ImmutableArray<MarketoFolder> ReadFolders()
    {
        var folders = ImmutableArray.CreateBuilder<MarketoFolder>();
        foreach (var text in Entries(Folders))
        {
            if (MarketoFolder.Find(text) is { } folder)
            {
                folders.Add(folder);
            }
            else
            {
                Wrong(
                    Folders,
                    $"{Quote.Code(text)} is no folder; write `folder 12` or `program 34`, with commas between."
                );
            }
        }

        return folders.ToImmutable();
    }

    private ImmutableArray<string> Entries(string option) =>
        [
            .. (definition.FindOption(option) ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
        ];

    private void Wrong(string option, string message) =>
        wrong.Add(OptionReader.Of($"target.options.{Quote.Plain(option)}", message));
}
