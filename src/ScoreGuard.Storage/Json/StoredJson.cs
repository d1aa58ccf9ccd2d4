using System.Text.Json.Serialization;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Storage.Json;

/// <summary>How stored documents are spelled. Strict on reading: what does not fit is damage, never a default.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(InstantConverter), typeof(ValueCountConverter)]
)]
[JsonSerializable(typeof(LeadSet))]
[JsonSerializable(typeof(OutcomeSet))]
[JsonSerializable(typeof(Baseline))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunTicket))]
[JsonSerializable(typeof(RunTurnHolder))]
[JsonSerializable(typeof(NotificationState))]
[JsonSerializable(typeof(QueuedMail))]
[JsonSerializable(typeof(FidelityFacts))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(ReplayMark))]
[JsonSerializable(typeof(TakenCalls))]
[JsonSerializable(typeof(Pointer))]
[JsonSerializable(typeof(LockHolder))]
internal sealed partial class StoredJson : JsonSerializerContext;
