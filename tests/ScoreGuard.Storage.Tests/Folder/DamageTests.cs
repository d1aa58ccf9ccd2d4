using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Storage.Tests.Folder;

/// <summary>Whatever happens to a stored file, reading it says so; it is never taken for something else.</summary>
public sealed class DamageTests : IDisposable
{
    private const string Model = "{\"scoreguard\":1}";

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _lines = Some.Lines(50);

    public static TheoryData<string> Stored =>
        [
            "shards",
            "outcomes",
            "models",
            "leads",
            "leads.json",
            "baselines",
            "baseline.json",
            "runs",
            "decisions",
            "work/mails-open",
            "work/told",
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Stored))]
    public async Task A_truncated_file_is_damage(string what)
    {
        var file = await FileAsync(what);
        foreach (var left in (double[])[0, 0.3, 0.9])
        {
            var bytes = await File.ReadAllBytesAsync(file);
            await File.WriteAllBytesAsync(file, bytes[..(int)(bytes.Length * left)]);
            var damage = await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what));
            damage.Diagnostic.Code.ShouldBeOneOf(StoreCodes.Unreadable.Code, StoreCodes.Altered.Code);
            await File.WriteAllBytesAsync(file, bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Stored))]
    public async Task A_changed_digit_is_damage(string what)
    {
        var file = await FileAsync(what);
        var bytes = await File.ReadAllBytesAsync(file);
        var middle = Array.FindIndex(
            bytes,
            bytes.Length / 2,
            unit => char.IsAsciiDigit((char)unit) || what == "shards"
        );
        middle = middle < 0 ? Array.FindIndex(bytes, unit => char.IsAsciiDigit((char)unit)) : middle;
        bytes[middle] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what));
    }

    [Theory]
    [InlineData("shards")]
    [InlineData("outcomes")]
    [InlineData("leads")]
    [InlineData("baselines")]
    public async Task A_file_that_another_names_and_that_is_gone_is_damage(string what)
    {
        File.Delete(await FileAsync(what));
        var damage = await Should.ThrowAsync<StoreDamage>(() => ReadAsync(what));
        damage.Diagnostic.Code.ShouldBe(StoreCodes.Gone.Code);
        damage.Diagnostic.Message.ShouldBe(
            "it is gone, and something stored names it; restore it from version control or a backup."
        );
    }

    [Fact]
    public async Task A_lost_pointer_beside_versions_is_damage_and_no_first_run()
    {
        await FileAsync("baselines");
        await FolderStores.Open(_folder.Path).Baselines.TryPromoteAsync(Some.Baseline(2), default);
        File.Delete(Path.Combine(_folder.Path, "baseline.json"));
        await Should.ThrowAsync<StoreDamage>(() => ReadAsync("baseline.json"));
    }

    [Fact]
    public async Task A_version_that_no_pointer_names_is_set_aside_and_not_lost_when_its_number_is_given_again()
    {
        var file = await FileAsync("baselines");
        var before = await File.ReadAllTextAsync(file);
        File.Delete(Path.Combine(_folder.Path, "baseline.json"));
        var other = Some.Baseline(1) with { EngineVersion = "another" };
        (await FolderStores.Open(_folder.Path).Baselines.TryPromoteAsync(other, default)).ShouldBeTrue();
        var aside = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.aside").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(aside)).ShouldBe(before);
    }

    [Fact]
    public void A_store_of_another_version_is_not_touched()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "format.json"), "{ \"scoreguardStore\": 2 }\n");
        var damage = Should.Throw<StoreDamage>(() => FolderStores.Open(_folder.Path));
        damage.Diagnostic.Code.ShouldBe(StoreCodes.TooNew.Code);
    }

    private async Task<string> FileAsync(string what)
    {
        var stores = FolderStores.Open(_folder.Path);
        var shard = Some.Shard(_lines);
        await stores.Shards.SaveAsync(shard, _lines, default);
        await stores.Outcomes.SaveAsync(Some.Outcomes(shard), default);
        await stores.Models.SaveAsync(Sha256Text.Of(Model), Model, default);
        await stores.LeadSets.TryReplaceAsync(Some.Leads("a"), null, default);
        await stores.Baselines.TryPromoteAsync(Some.Baseline(1), default);
        await stores.Runs.AppendAsync(Some.Run("20260310T090000000Z-00000001"), default);
        await stores.Runs.AppendAsync(Some.Decision(), default);
        var mail = Some.Mail("20260310T090000000Z-00000001");
        await stores.Notifications.AddAsync(mail, default);
        await stores.Notifications.TryReplaceStateAsync(NotificationState.None.After(mail), null, default);
        var path = Path.Combine(_folder.Path, what);
        return File.Exists(path) ? path : Directory.GetFiles(path, "*.*", SearchOption.AllDirectories).Single();
    }

    private async Task ReadAsync(string what)
    {
        var stores = FolderStores.Open(_folder.Path);
        var shard = Some.Shard(_lines);
        switch (what)
        {
            case "shards":
                (await stores.Shards.ReadAsync(shard, default)).Dispose();
                break;
            case "outcomes":
                await stores.Outcomes.GetAsync(Some.Outcomes(shard).Root, default);
                break;
            case "models":
                await stores.Models.FindAsync(Sha256Text.Of(Model), default);
                break;
            case "leads" or "leads.json":
                await stores.LeadSets.FindCurrentAsync(default);
                break;
            case "runs":
                await stores.Runs.ListAsync(10, default);
                break;
            case "decisions":
                await stores.Runs.ListDecisionsAsync(default);
                break;
            case "work/mails-open":
                await stores.Notifications.ListOpenAsync(default);
                break;
            case "work/told":
                await stores.Notifications.GetStateAsync(default);
                break;
            default:
                await stores.Baselines.FindCurrentAsync(default);
                break;
        }
    }
}
