using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Standalone;

const int Failed = 1;

try
{
    var standalone = args is ["--standalone"];
    var settings = HostSettings.Read(Environment.GetEnvironmentVariable, standalone);
    if (!settings.IsHandler && !standalone)
    {
        Console.Error.WriteLine(
            "A Functions host starts this program. To run it without one, say --standalone; see docs/operations.md."
        );
        return Failed;
    }

    var made = false;
    if (standalone)
    {
        settings = settings with { HandlerPort = null };
        made = !settings.HasStorageAccount && FirstWorkspace.TryMake(settings.WorkspacesFolder);
        settings = LocalKey.Ensure(settings);
    }

    await using var app = App.Build(settings, TimeProvider.System, Environment.GetEnvironmentVariable);
    await app.StartAsync();
    Events.Started(app.Logger, settings.IsHandler ? "a custom handler" : "a program of its own");
    if (settings.IsHandler && !settings.HasStorageAccount)
    {
        Events.StepsNotBrought(app.Logger, settings.WorkspacesFolder);
    }

    if (standalone)
    {
        Welcome.Say(settings, made);
    }

    await app.WaitForShutdownAsync();
    // A host does not start a handler again that ended with 0, and says that all is well.
    return settings.IsHandler ? Failed : 0;
}
catch (SettingsException wrong)
{
    foreach (var line in wrong.Wrong)
    {
        Console.Error.WriteLine($"error: {line}");
    }

    return Failed;
}
catch (IOException fault)
{
    Console.Error.WriteLine($"error: {fault.Message}");
    return Failed;
}
