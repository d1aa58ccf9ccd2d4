namespace ScoreGuard.Functions.Hosting;

/// <summary>Every setting that the app reads, by its name in the environment. local.settings.sample.json has a value for each.</summary>
internal static class SettingNames
{
    /// <summary>A connection string; or, with <c>__accountName</c> or service URIs behind it, an account reached by identity. Unset: folders.</summary>
    public const string Storage = "SCOREGUARD_STORAGE";

    /// <summary>The folder of workspaces that is served where no storage account is set.</summary>
    public const string Workspaces = "SCOREGUARD_WORKSPACES";

    /// <summary>When every workspace is run: six fields, seconds first, UTC.</summary>
    public const string Schedule = "SCOREGUARD_SCHEDULE";

    /// <summary>Address under which people reach the app, for links in mails: <c>https://guard.example.com</c>.</summary>
    public const string PublicUrl = "SCOREGUARD_PUBLIC_URL";

    /// <summary>The key that may read.</summary>
    public const string ReadKey = "SCOREGUARD_READ_KEY";

    /// <summary>The key that may also order runs and decide.</summary>
    public const string OperateKey = "SCOREGUARD_OPERATE_KEY";

    /// <summary><c>true</c>: the platform signs people in, and its header may be believed.</summary>
    public const string PlatformAuth = "SCOREGUARD_PLATFORM_AUTH";

    /// <summary>Days between two mails that say that the guard is alive; 0: none.</summary>
    public const string DigestDays = "SCOREGUARD_DIGEST_DAYS";

    /// <summary>Where <c>--standalone</c> listens: <c>http://127.0.0.1:7071</c>.</summary>
    public const string ListenUrl = "SCOREGUARD_LISTEN_URL";

    /// <summary>Where the Functions host wants the handler to listen; set by it.</summary>
    public const string HandlerPort = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Where traces and metrics go; unset: nowhere. OpenTelemetry's own name.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
}
