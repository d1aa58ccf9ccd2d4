using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Storage.Tests;

/// <summary>Fills what a test does not care about.</summary>
internal static class Some
{
    public static Instant At { get; } = new(1_770_000_000_000);

    public static byte[] Lines(int leads, string mark = "a") =>
        Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, leads).Select(lead => $"{{\"lead\":\"{mark}{lead}\",\"scores\":{{}}}}\n"))
        );

    /// <summary>Bytes without pattern, the same ones each time; the last is a line end.</summary>
    public static byte[] Noise(int length)
    {
        var noise = new byte[length];
        for (var block = 0; block < length; block += SHA256.HashSizeInBytes)
        {
            var digest = SHA256.HashData(BitConverter.GetBytes(block));
            digest.AsSpan(0, Math.Min(digest.Length, length - block)).CopyTo(noise.AsSpan(block));
        }

        noise[^1] = (byte)'\n';
        return noise;
    }

    public static Shard Shard(byte[] lines) => Domain.Artefacts.Shard.Of(lines, lines.Count(unit => unit == '\n'));

    public static OutcomeSet Outcomes(params Shard[] shards) =>
        OutcomeSet.Of([.. shards], OutcomeTotals.None with { Leads = 3 });

    public static LeadSet Leads(string mark) =>
        new(
            Sha256Text.Of(mark),
            Sha256Text.Of("d"),
            3,
            At,
            "leads.yaml",
            Sha256Text.Of("h"),
            "g 1",
            At,
            [Shard(Lines(3, mark))]
        );

    public static Decision Decision(string run = "20260310T090000000Z-1a2b3c4d", int number = 1) =>
        new(
            $"{run}-{number}",
            DecisionKind.Accept,
            DecisionScope.Causes,
            run,
            null,
            Sha256Text.Of("o"),
            [new("c-1", Sha256Text.Of("c"))],
            ["L1"],
            "Ann <b>",
            "because \"it\" is",
            At
        );

    public static Baseline Baseline(int version, string mark = "o") =>
        new(version, Sha256Text.Of(mark), Sha256Text.Of("m"), Sha256Text.Of("l"), "1", Decision());

    public static RunRecord Run(string id) =>
        new(
            id,
            RunKind.Run,
            Verdict.Drift,
            "MQL +1",
            "",
            At,
            At,
            "Model",
            Sha256Text.Of("m"),
            Sha256Text.Of("l"),
            At,
            "1",
            Sha256Text.Of("o"),
            null,
            null,
            DriftPolicy.None with
            {
                Tolerance = DriftPolicy.None.Tolerance.Add("total", 0.5m),
            },
            50,
            new(5, 1, 1, 1, 2),
            [],
            []
        );

    public static OutgoingMail Mail(string id) =>
        new(
            id,
            MailKind.News,
            id + ".m",
            "first.m",
            Sha256Text.Of("f"),
            ClosesThread: false,
            "[drift] Ann & <b>: −12",
            "<p lang=\"en\">\"−12\" \u0085 👩‍👩‍👧</p>\r\n",
            "−12\n.\n",
            At
        );
}
