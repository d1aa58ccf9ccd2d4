using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Application.Live;

/// <summary>Why a replay could not be judged.</summary>
/// <param name="Code">Of a diagnostic.</param>
internal sealed record LiveProblem(string Code, string Message)
{
    public static LiveProblem Of(DiagnosticCode code, string message) => new(code.Code, message);

    public static LiveProblem Of(TargetFault fault) => Of(CodeOf(fault.Kind), fault.Message);

    public static LiveProblem? Read(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<LiveProblem>(text);

    public string Spell() => JsonSerializer.Serialize(this);

    public Diagnostic ToDiagnostic(string file) => new(Code, Severity.Error, file, null, "target", Message);

    private static DiagnosticCode CodeOf(TargetFaultKind kind) =>
        kind switch
        {
            TargetFaultKind.Unreachable => TargetCodes.Unreachable,
            TargetFaultKind.Refused => TargetCodes.Refused,
            TargetFaultKind.BudgetSpent => TargetCodes.BudgetSpent,
            TargetFaultKind.Setup => TargetCodes.Setup,
            _ => TargetCodes.Unintelligible,
        };
}
