using System.Text;
using ScoreGuard.Benchmarks.Measuring;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>The figures of the store as a section of docs/benchmarks.md.</summary>
internal sealed class StorePage(
    BaselineLines outcomes,
    (Figures Write, Figures Read) own,
    (Figures Write, Figures Read) raw,
    (Figures Write, Figures Read) single
)
{
    private readonly StringBuilder _page = new();

    public string Write()
    {
        Line("## The store");
        Line();
        Line("Written by `dotnet run -c Release --project tests/ScoreGuard.Benchmarks -- store`. A baseline of");
        Line(
            $"{outcomes.Leads:N0} leads ({outcomes.Lines.Length / 1e6:N1} MB of outcomes in {outcomes.Shards.Length} shards of {Shard.FullLeads}), written and read back"
        );
        Line(
            "against one Azurite on the same machine, contestants by turns, medians of five rounds after one that is not counted and two hundred readings;"
        );
        Line("a round of the two quick ones is the mean of ten times.");
        Line();
        Line($"Machine: {Machine.Describe()}. Load after: {Machine.Load()}.");
        Line();
        Line("| | target | measured |");
        Line("|---|---:|---:|");
        Ratio("writing: one entity a lead ÷ our store", "≥ 30", single.Write, own.Write);
        Ratio("reading: one entity a lead ÷ our store", "≥ 20", single.Read, own.Read);
        Ratio("writing: raw REST ÷ our store", "≥ 0.8", raw.Write, own.Write);
        Ratio("reading: raw REST ÷ our store", "≥ 0.8", raw.Read, own.Read);
        Line();
        Line("| seconds | writing | reading |");
        Line("|---|---:|---:|");
        Seconds("our store", own);
        Seconds("raw REST, packed", raw);
        Seconds("one entity a lead", single);
        Line();
        Line(
            "- **Our store** packs, writes shards side by side, then the set of shards, the manifest and the pointer; reading"
        );
        Line("  goes from the pointer to the lines and checks every digest and seal.");
        Line(
            "- **Raw REST** packs the same lines in the same way and sends the same number of requests with `HttpClient`,"
        );
        Line("  signed by hand: no digest, no check of what was read, no condition, no retry.");
        Line(
            "- **One entity a lead** is WindowsAzure.Storage 9.3.3, a hundred entities in a transaction, eight transactions at"
        );
        Line("  once; reading is a query of the partition, a thousand entities a page.");
        return _page.ToString();
    }

    private void Ratio(string what, string target, Figures theirs, Figures ours) =>
        Line($"| {what} | {target} | {theirs.Median() / ours.Median():N2} |");

    private void Seconds(string who, (Figures Write, Figures Read) figures) =>
        Line(
            $"| {who} | {figures.Write.Median():N3} (±{figures.Write.SpreadShare() / 2:P0}) | {figures.Read.Median():N3} (±{figures.Read.SpreadShare() / 2:P0}) |"
        );

    private void Line(string text = "") => _page.Append(text).Append('\n');
}
