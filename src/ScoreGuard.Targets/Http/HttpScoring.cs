using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>Makes the client of a scoring service, or says everything that is missing for it. docs/targets/http.md.</summary>
public static class HttpScoring
{
    /// <summary>Longer answers are refused.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    private const string Url = "URL";
    private const string Header = "HEADER";
    private const string Secret = "SECRET";

    /// <param name="setting">Its definition is of <see cref="Domain.Workspaces.Targets.TargetType.Http"/>.</param>
    public static Parsed<IScoringService> Open(TargetSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var wrong = new List<Diagnostic>();
        var options = HttpOptions.Read(setting.Definition, wrong);
        var url = setting.Connections.GetUrl(setting.Connection, Url, null, wrong);
        if (url.Query.Length > 0)
        {
            wrong.Add(Missing(setting, Url, "has a query; say it in the option `path`, and a key in a header"));
        }

        var header = setting.Connections.Find(setting.Connection, Header) ?? "Authorization";
        var secret = setting.Connections.Find(setting.Connection, Secret);
        using (var probe = new HttpRequestMessage())
        {
            if (!TryAdd(probe, header, secret ?? ""))
            {
                wrong.Add(Missing(setting, Header, "is no header that a secret can stand in"));
            }
        }

        if (secret is not null && secret.Any(letter => letter is < ' ' or > '~'))
        {
            wrong.Add(Missing(setting, Secret, "holds letters that a header cannot"));
        }

        if (wrong.Count > 0)
        {
            return setting.Locate<IScoringService>(new Parsed<IScoringService>.Refused([.. wrong]));
        }

        var wire = setting with { Wire = new CircuitBreaker(setting.Time) { InnerHandler = setting.Sender } };
        var http = wire.NewHttp(url);
        http.Timeout = options.Timeout;
        http.MaxResponseContentBufferSize = LongestAnswer;
        var meter = setting.NewMeter(new(options.PerSecond, TimeSpan.FromSeconds(1)));
        var address = new Uri(options.Path.Length > 0 ? url.AbsoluteUri + options.Path : url.AbsoluteUri.TrimEnd('/'));
        return new Parsed<IScoringService>.Ok(
            new HttpScoringService(new(http, new HttpHabits(header, secret), meter, setting.Time), address, options),
            []
        );
    }

    private static bool TryAdd(HttpRequestMessage probe, string header, string secret)
    {
        try
        {
            return !header.Equals("Host", StringComparison.OrdinalIgnoreCase)
                && probe.Headers.TryAddWithoutValidation(header, secret);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Diagnostic Missing(TargetSetting setting, string what, string why) =>
        Connections.Missing($"{Quote.Code(Connections.SettingOf(setting.Connection, what))} {why}.");
}
