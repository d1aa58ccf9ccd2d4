using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What the app wants of mail before it starts (SG5302). Each rule tells what breaks it.</summary>
public static class MailRules
{
    public static IEnumerable<string> Unheard(Deployment deployment) =>
        deployment.Setting("SCOREGUARD_MAIL") is var transport
        && transport is "acs" or "smtp"
        && string.IsNullOrWhiteSpace(deployment.Setting("SCOREGUARD_MAIL_TO"))
            ? [$"Mail goes by {transport}, and to nobody: the app would not start"]
            : [];
}
