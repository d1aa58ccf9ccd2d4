namespace ScoreGuard.Mail.Settings;

/// <param name="User">Null: no login.</param>
/// <param name="Password">Never printed: see <see cref="ToString"/>.</param>
/// <param name="StartTls">False: the connection stays unencrypted, which a login allows on this very machine only.</param>
public sealed record SmtpServer(string Host, int Port, string? User, string? Password, bool StartTls)
{
    public const int DefaultPort = 587;

    /// <summary>Without the password: records print themselves into logs.</summary>
    public override string ToString() =>
        $"{Host}:{Port}{(StartTls ? ", STARTTLS" : "")}{(User is null ? "" : ", login")}";
}
