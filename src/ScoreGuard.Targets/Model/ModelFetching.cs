using Azure.Core;
using Azure.Identity;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Model;

/// <summary>Prepares to fetch a workspace's model, or says everything that is missing for it.</summary>
public static class ModelFetching
{
    private const string Url = "URL";
    private const string Sas = "SAS";

    private static readonly CallPace Pace = new(10, TimeSpan.FromSeconds(1));

    /// <param name="setting">Its definition has a <c>url</c>.</param>
    /// <param name="identity">Makes what gives tokens; null: the identity of where this runs.</param>
    public static Parsed<ModelFetch> Open(TargetSetting setting, IModelCache cache, Func<TokenCredential>? identity)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var wrong = new List<Diagnostic>();
        var url = ReadUrl(setting.Definition.Url ?? "", wrong);
        var options = new OptionReader(setting.Definition, wrong);
        options.Finish();
        var access =
            wrong.Count == 0 && setting.Definition.Connection is not null
                ? ReadAccess(setting, url, identity ?? Managed, wrong)
                : ModelAccess.None;
        if (wrong.Count > 0)
        {
            return setting.Locate<ModelFetch>(new Parsed<ModelFetch>.Refused([.. wrong]));
        }

        var http = setting.NewHttp(url);
        http.MaxResponseContentBufferSize = ModelFetch.LongestModel;
        var door = new PlatformHttp(http, new ModelHabits(access), setting.NewMeter(Pace), setting.Time);
        return new Parsed<ModelFetch>.Ok(new(door, (url, setting.Definition.Integrity), access, cache), []);
    }

    /// <summary>The managed identity in Azure, whoever is signed in with `az login` elsewhere.</summary>
    private static DefaultAzureCredential Managed() => new();

    private static Uri ReadUrl(string text, List<Diagnostic> wrong)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.UserInfo.Length == 0
        )
        {
            return url;
        }

        wrong.Add(
            At(
                "target.url",
                $"{Quote.Code(text)} is no address that can be fetched; write it as `https://models.example.com/model.yaml`, without a user name."
            )
        );
        return new Uri("https://unset.invalid/");
    }

    /// <summary>The settings say themselves whom their secret is for: an edit of the workspace cannot send it elsewhere.</summary>
    private static ModelAccess ReadAccess(
        TargetSetting setting,
        Uri url,
        Func<TokenCredential> identity,
        List<Diagnostic> wrong
    )
    {
        var before = wrong.Count;
        var below = setting.Connections.GetUrl(setting.Connection, Url, null, wrong);
        if (wrong.Count > before)
        {
            return ModelAccess.None;
        }

        if (!below.IsBaseOf(url) || Uri.UnescapeDataString(url.AbsolutePath).Split('/', '\\').Contains(".."))
        {
            wrong.Add(
                At(
                    "target.url",
                    $"It is not below the address in {Quote.Code(Connections.SettingOf(setting.Connection, Url))}, which the connection's secret is for."
                )
            );
            return ModelAccess.None;
        }

        if (setting.Connections.Find(setting.Connection, Sas) is { } sas)
        {
            return new(sas.TrimStart('?'), null);
        }

        if (ModelAccess.IsStorage(url))
        {
            return new(null, identity());
        }

        setting.Connections.Get(setting.Connection, Sas, wrong);
        return ModelAccess.None;
    }

    private static Diagnostic At(string path, string message) =>
        new(TargetCodes.Setup.Code, Severity.Error, Workspace.FileName, null, path, message);
}
