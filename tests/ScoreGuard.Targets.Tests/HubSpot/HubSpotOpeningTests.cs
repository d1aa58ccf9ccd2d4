using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>What is missing is said all at once, before the first call.</summary>
public sealed class HubSpotOpeningTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var wrong = Refused(
            HubSpotBench.Definition with
            {
                Leads = HubSpotBench.Definition.Leads with { AddressField = "work_email" },
                Options =
                [
                    new("drafts", "true"),
                    new("draft", "yes"),
                    new("pace", "500"),
                    new("allow", "owner, markting"),
                    new("segment.", "isCustomer"),
                ],
            }
        );
        wrong
            .Select(diagnostic => (diagnostic.Code, diagnostic.Path))
            .ShouldBe([
                ("SG5506", ""),
                ("SG5507", "target.options.drafts"),
                ("SG5507", "target.options.draft"),
                ("SG5507", "target.options.pace"),
                ("SG5507", "target.options.allow"),
                ("SG5507", "target.options.segment."),
                ("SG5504", "target.lead.address"),
            ]);
        wrong[0].Message.ShouldBe("Set `SCOREGUARD_CONNECTION_HUB_TOKEN`; the connection `hub` needs it.");
        wrong[1].Message.ShouldBe("HubSpot has no option `drafts`; did you mean `draft`?");
        wrong[4].Message.ShouldBe("`allow` has `markting`; did you mean `marketing`?");
    }

    [Fact]
    public void The_address_of_HubSpot_need_not_be_set()
    {
        var opened = Open(HubSpotBench.Definition, ("SCOREGUARD_CONNECTION_HUB_TOKEN", "x"));
        var target = opened.ShouldBeOfType<Parsed<ITarget>.Ok>().Value;
        target.Capabilities.Platform.ShouldBe("HubSpot");
        ((IDisposable)target).Dispose();
    }

    private static Diagnostic[] Refused(TargetDefinition definition) =>
        [.. Open(definition).ShouldBeOfType<Parsed<ITarget>.Refused>().Diagnostics];

    private static Parsed<ITarget> Open(TargetDefinition definition, params (string Name, string Value)[] settings) =>
        TargetOpening.Open(
            new(
                definition,
                HubSpotBench.Run,
                new(name => settings.FirstOrDefault(setting => setting.Name == name).Value),
                new MemoryLedger(),
                TimeProvider.System
            )
        );
}
