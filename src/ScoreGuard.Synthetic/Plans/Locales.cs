using System.Collections.Immutable;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>The locales that plans may name, each with phone numbers reserved for fiction or impossible to dial.</summary>
public static class Locales
{
    public const string Default = "en_US";

    // No national number of these countries begins with 000.
    private static readonly ImmutableArray<string> Impossible = ["000 ### ####"];

    /// <summary>In the order of the documentation: <c>docs/lead-plans.md</c> names the source of every range.</summary>
    public static readonly ImmutableArray<Locale> All =
    [
        new(
            "en_US",
            "US",
            "USA",
            "United States",
            "United States of America",
            "1",
            "",
            ["202 555 01##", "212 555 01##", "312 555 01##", "415 555 01##", "512 555 01##", "617 555 01##"]
        ),
        new(
            "en_CA",
            "CA",
            "CAN",
            "Canada",
            "Canada",
            "1",
            "",
            ["416 555 01##", "514 555 01##", "604 555 01##", "613 555 01##"]
        ),
        new(
            "en_GB",
            "GB",
            "GBR",
            "United Kingdom",
            "Great Britain",
            "44",
            "0",
            [
                "20 7946 0###",
                "113 496 0###",
                "114 496 0###",
                "115 496 0###",
                "116 496 0###",
                "117 496 0###",
                "118 496 0###",
                "121 496 0###",
                "131 496 0###",
                "141 496 0###",
                "151 496 0###",
                "161 496 0###",
            ]
        ),
        new("en_IE", "IE", "IRL", "Ireland", "Éire", "353", "0", ["20 91# ####"]),
        new(
            "en_AU",
            "AU",
            "AUS",
            "Australia",
            "Australia",
            "61",
            "0",
            ["2 5550 ####", "3 5550 ####", "7 5550 ####", "8 5550 ####"]
        ),
        new(
            "de",
            "DE",
            "DEU",
            "Germany",
            "Deutschland",
            "49",
            "0",
            ["30 23125 ###", "40 66969 ###", "69 90009 ###", "89 99998 ###", "221 4710 ###"]
        ),
        new("de_AT", "AT", "AUT", "Austria", "Österreich", "43", "0", Impossible),
        new("de_CH", "CH", "CHE", "Switzerland", "Schweiz", "41", "0", Impossible),
        new(
            "fr",
            "FR",
            "FRA",
            "France",
            "France",
            "33",
            "0",
            ["1 99 00 ## ##", "2 61 91 ## ##", "3 53 01 ## ##", "4 65 71 ## ##", "5 36 49 ## ##", "6 39 98 ## ##"]
        ),
        new("fr_CH", "CH", "CHE", "Switzerland", "Suisse", "41", "0", Impossible),
        new("es", "ES", "ESP", "Spain", "España", "34", "", Impossible),
        new("it", "IT", "ITA", "Italy", "Italia", "39", "", Impossible),
        new("nl", "NL", "NLD", "Netherlands", "Nederland", "31", "0", Impossible),
        new("nl_BE", "BE", "BEL", "Belgium", "België", "32", "0", Impossible),
        new("pl", "PL", "POL", "Poland", "Polska", "48", "", Impossible),
        new("sv", "SE", "SWE", "Sweden", "Sverige", "46", "0", ["8 465 004 ##", "31 390 06 ##", "40 628 04 ##"]),
        new("pt_BR", "BR", "BRA", "Brazil", "Brasil", "55", "", Impossible),
        new("ja", "JP", "JPN", "Japan", "日本", "81", "0", Impossible),
    ];

    /// <summary>The locale called <paramref name="name"/>, or null.</summary>
    public static Locale? Find(string name) =>
        All.FirstOrDefault(locale => string.Equals(locale.Name, name, StringComparison.Ordinal));
}
