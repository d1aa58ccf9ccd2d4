using System.Collections.Immutable;
using System.Net.Mail;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Mail.Settings;

/// <summary>Reads mail addresses.</summary>
internal static class AddressReading
{
    public static MailAddress From(SettingReading reading, bool required)
    {
        var text = required ? reading.Require(SettingNames.From) : reading.Find(SettingNames.From);
        return text is null ? MailSettings.Nobody : Read(reading, SettingNames.From, text, "It");
    }

    public static ImmutableArray<MailAddress> To(SettingReading reading, bool required)
    {
        var text = required ? reading.Require(SettingNames.To) : reading.Find(SettingNames.To);
        if (text is null)
        {
            return [MailSettings.Nobody];
        }

        var addresses = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0)
        {
            Refuse(reading, SettingNames.To, "It");
        }

        return
        [
            .. addresses.Select((address, at) => Read(reading, SettingNames.To, address, $"Number {at + 1} of it")),
        ];
    }

    /// <param name="which">Not the address itself: people's addresses have no place in logs.</param>
    private static MailAddress Read(SettingReading reading, string name, string text, string which)
    {
        if (!text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Host.Length > 0)
        {
            return address;
        }

        Refuse(reading, name, which);
        return MailSettings.Nobody;
    }

    private static void Refuse(SettingReading reading, string name, string which) =>
        reading.Refuse(
            MailCodes.BadAddress,
            name,
            $"{which} is no mail address; write name@example.com or Name <name@example.com>."
        );
}
