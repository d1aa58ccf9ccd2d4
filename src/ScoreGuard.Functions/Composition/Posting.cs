using System.Diagnostics;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Work;
using ScoreGuard.Mail;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Functions.Composition;

/// <summary>Chooses how mails leave.</summary>
internal static class Posting
{
    /// <param name="find">A setting by its name in the environment.</param>
    /// <exception cref="SettingsException">Mail is set up wrongly.</exception>
    public static void Add(
        IServiceCollection services,
        HostSettings settings,
        TimeProvider time,
        Func<string, string?> find
    )
    {
        var mail = MailSettingsReader.Read(find) switch
        {
            Parsed<MailSettings>.Ok read => read.Value,
            Parsed<MailSettings>.Refused refused => throw SettingsException.Of(refused.Diagnostics),
            _ => throw new UnreachableException(),
        };
        // A Functions host starts anew when something changes in the folder of its app.
        var folder = settings.IsHandler ? Path.GetTempPath() : settings.WorkspacesFolder;
        var mailer = Mailers.Of(mail, Path.Combine(folder, ".mail"), time);
        services.AddSingleton(new NewsDesk(mailer, PageOf, time));
        services.AddSingleton<Mailing>();

        Uri? PageOf(string workspace, string run) =>
            settings.PublicUrl is { } home ? new(home, $"/api/ui/runs/{RunAddress.Of(workspace, run)}") : null;
    }
}
