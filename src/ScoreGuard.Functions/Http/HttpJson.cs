using System.Text.Json.Serialization;

namespace ScoreGuard.Functions.Http;

/// <summary>How requests and answers are spelled.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false
)]
[JsonSerializable(typeof(OrderRequest))]
[JsonSerializable(typeof(DecideRequest))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(RunsView))]
[JsonSerializable(typeof(BaselinesView))]
[JsonSerializable(typeof(DecisionView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(IReadOnlyList<DiagnosticView>))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class HttpJson : JsonSerializerContext;
