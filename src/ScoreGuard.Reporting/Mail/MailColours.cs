using System.Diagnostics;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>Colours that stay apart when a mail program inverts them. They repeat what words say, they never say it alone.</summary>
internal sealed record MailColours(string Edge, string Tint)
{
    public const string Gained = "#17683a";
    public const string Lost = "#a4262c";
    public const string Other = "#7a5200";
    public const string Same = "#5b6876";
    public const string Before = "#5b6876";
    public const string After = "#1d5fb4";

    public static MailColours Of(Tone tone) =>
        tone switch
        {
            Tone.Calm => new("#17683a", "#e6f4ea"),
            Tone.Attention => new("#9a5b00", "#fff3d6"),
            Tone.Alarm => new("#b42318", "#fde8e8"),
            Tone.Neutral => new("#1d5fb4", "#e8eff9"),
            _ => throw new UnreachableException(),
        };
}
