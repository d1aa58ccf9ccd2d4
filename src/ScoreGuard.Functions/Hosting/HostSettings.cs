using System.Globalization;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Functions.Hosting;

/// <summary>What the environment says, read once.</summary>
internal sealed record HostSettings(
    bool HasStorageAccount,
    string WorkspacesFolder,
    string Schedule,
    Uri? PublicUrl,
    string? ReadKey,
    string? OperateKey,
    bool PlatformAuth,
    int DigestDays,
    Uri ListenUrl,
    int? HandlerPort,
    Uri? OtlpEndpoint
)
{
    public const string DefaultSchedule = "0 0 5 * * *";

    private static readonly Diagnostic NoAccount = new(
        StoreCodes.Connection.Code,
        Severity.Error,
        SettingNames.Storage,
        null,
        "",
        "behind a Functions host it must say where the storage account is, for runs are worked off from its queue; "
            + "to serve folders, start the program with --standalone."
    );

    /// <summary>What the names of settings that say where the account is end with.</summary>
    private static readonly string[] StorageParts = ["", "__accountName", "__blobServiceUri"];

    /// <summary>Whether a Functions host started the program.</summary>
    public bool IsHandler => HandlerPort is not null;

    /// <param name="standalone">Whether the program takes the steps of runs itself.</param>
    /// <exception cref="SettingsException">Everything that is wrong, by name; never a value.</exception>
    public static HostSettings Read(Func<string, string?> find, bool standalone = false)
    {
        var wrong = new List<string>();
        var settings = new HostSettings(
            Array.Exists(StorageParts, part => Text(SettingNames.Storage + part) is not null),
            Text(SettingNames.Workspaces) ?? "guarded",
            Text(SettingNames.Schedule) ?? DefaultSchedule,
            Url(SettingNames.PublicUrl),
            Key(SettingNames.ReadKey),
            Key(SettingNames.OperateKey),
            Flag(SettingNames.PlatformAuth),
            Number(SettingNames.DigestDays, 0, 366) ?? 7,
            Url(SettingNames.ListenUrl) ?? new("http://127.0.0.1:7071"),
            Number(SettingNames.HandlerPort, 1, 65535),
            Url(SettingNames.OtlpEndpoint)
        );
        if (settings.ReadKey is not null && settings.ReadKey == settings.OperateKey)
        {
            wrong.Add($"{SettingNames.ReadKey} and {SettingNames.OperateKey} must differ.");
        }

        if (settings.IsHandler && !settings.HasStorageAccount && !standalone && Text(SettingNames.Workspaces) is null)
        {
            // No Functions host brings the steps of folders: every run would wait for ever. Who names a folder is told so in the log.
            wrong.Add(NoAccount.ToString());
        }

        return wrong.Count == 0 ? settings : throw new SettingsException(wrong);

        string? Text(string name) => find(name) is { Length: > 0 } value ? value.Trim() : null;

        string? Key(string name)
        {
            var key = Text(name);
            if (key is { Length: < 20 })
            {
                wrong.Add($"{name} needs at least 20 characters; make one with `openssl rand -base64 32`.");
            }

            return key;
        }

        Uri? Url(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            wrong.Add($"{name} must be an address that begins with http:// or https://.");
            return null;
        }

        int? Number(string name, int least, int most)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return number;
            }

            wrong.Add($"{name} must be a whole number from {least} to {most}.");
            return null;
        }

        bool Flag(string name)
        {
            var text = Text(name);
            if (text is not (null or "true" or "false"))
            {
                wrong.Add($"{name} must be true or false.");
            }

            return text == "true";
        }
    }
}

/// <summary>Settings that the program cannot start with.</summary>
internal sealed class SettingsException(IReadOnlyList<string> wrong) : Exception(string.Join(' ', wrong))
{
    public IReadOnlyList<string> Wrong { get; } = wrong;

    /// <exception cref="SettingsException">What any of them refused.</exception>
    public static void Gather(params ReadOnlySpan<Action> parts)
    {
        var wrong = new List<string>();
        foreach (var part in parts)
        {
            try
            {
                part();
            }
            catch (SettingsException refused)
            {
                wrong.AddRange(refused.Wrong);
            }
        }

        if (wrong.Count > 0)
        {
            throw new SettingsException(wrong);
        }
    }

    public static SettingsException Of(IEnumerable<Diagnostic> diagnostics) =>
        new([.. diagnostics.Select(diagnostic => diagnostic.ToString())]);
}
