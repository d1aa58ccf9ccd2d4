using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests;

/// <summary>What a test does not care about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<TargetOption> Options(params (string Name, string Value)[] options) =>
        [.. options.Select(option => new TargetOption(option.Name, option.Value))];

    public static Connections Connections(params (string Setting, string Value)[] settings) =>
        new(name => settings.FirstOrDefault(setting => setting.Setting == name).Value);

    public static TargetSetting Setting(TargetDefinition definition, Connections connections, LeapingTime time) =>
        new(definition, "run-1", connections, new MemoryLedger(), time);

    public static T Opened<T>(Parsed<T> parsed) =>
        parsed switch
        {
            Parsed<T>.Ok ok => ok.Value,
            Parsed<T>.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Diagnostics)),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Why it was refused, each with its code.</summary>
    public static string[] Refusals<T>(Parsed<T> parsed) =>
        [.. parsed.ShouldBeOfType<Parsed<T>.Refused>().Diagnostics.Select(wrong => $"{wrong.Code} {wrong.Message}")];
}
