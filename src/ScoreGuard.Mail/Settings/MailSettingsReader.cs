using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Mail.Settings;

/// <summary>Reads the settings of mail from variables, and says everything that is wrong with them at once.</summary>
public static class MailSettingsReader
{
    /// <summary>What diagnostics name as the file.</summary>
    public const string Source = "environment";

    /// <param name="lookup">The value of a variable, or null. Blank is as good as not set.</param>
    public static Parsed<MailSettings> Read(Func<string, string?> lookup)
    {
        var reading = new SettingReading(lookup);
        var settings = reading.Find(SettingNames.Way)?.ToLowerInvariant() switch
        {
            null or "pickup" => Pickup(reading),
            "off" => MailSettings.Off,
            "smtp" => Real(reading, MailWay.Smtp) with { Smtp = SmtpReading.Read(reading) },
            "acs" => Real(reading, MailWay.Acs) with { AcsEndpoint = Endpoint(reading) },
            var other => Unknown(reading, other),
        };
        return reading.Conclude(settings);
    }

    private static MailSettings Unknown(SettingReading reading, string way)
    {
        reading.Refuse(
            MailCodes.UnknownKind,
            SettingNames.Way,
            $"{Quote.Code(way)} is no way for mail to go; it is off, pickup, smtp or acs."
        );
        return MailSettings.Off;
    }

    private static MailSettings Pickup(SettingReading reading) =>
        new(
            MailWay.Pickup,
            AddressReading.From(reading, required: false),
            AddressReading.To(reading, required: false),
            Smtp: null,
            AcsEndpoint: null,
            reading.Find(SettingNames.PickupFolder)
        );

    private static MailSettings Real(SettingReading reading, MailWay way) =>
        new(
            way,
            AddressReading.From(reading, required: true),
            AddressReading.To(reading, required: true),
            Smtp: null,
            AcsEndpoint: null,
            PickupFolder: null
        );

    private static Uri? Endpoint(SettingReading reading)
    {
        if (reading.Require(SettingNames.AcsEndpoint) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint is { Scheme: "https", UserInfo: "" })
        {
            return new Uri(endpoint.GetLeftPart(UriPartial.Authority));
        }

        // A connection string holds a key: what was set is not repeated.
        reading.Refuse(
            MailCodes.BadEndpoint,
            SettingNames.AcsEndpoint,
            "This is no https address; it is the resource's endpoint, as https://my-resource.communication.azure.com."
        );
        return null;
    }
}
