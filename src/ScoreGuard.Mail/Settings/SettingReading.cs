using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Mail.Settings;

/// <summary>Variables as they are read, with everything found wrong so far.</summary>
internal sealed class SettingReading(Func<string, string?> lookup)
{
    private readonly ImmutableArray<Diagnostic>.Builder refused = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Null: not set, or blank.</summary>
    public string? Find(string name) => lookup(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>As it is, blanks included.</summary>
    public string? FindSecret(string name) => lookup(name) is { Length: > 0 } value ? value : null;

    /// <summary>Null: it is not set, which is told.</summary>
    public string? Require(string name)
    {
        var value = Find(name);
        if (value is null)
        {
            Refuse(
                MailCodes.SettingMissing,
                name,
                $"{name} is not set, and {SettingNames.Way} asks for it; set it, or turn mail off with {SettingNames.Way}=off."
            );
        }

        return value;
    }

    /// <param name="message">Never repeats a secret.</param>
    public void Refuse(DiagnosticCode code, string name, string message) =>
        refused.Add(new(code.Code, Severity.Error, MailSettingsReader.Source, null, name, message));

    public Parsed<MailSettings> Conclude(MailSettings settings) =>
        refused.Count > 0
            ? new Parsed<MailSettings>.Refused(refused.ToImmutable())
            : new Parsed<MailSettings>.Ok(settings, []);
}
