using Azure.Core;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>How requests to the Table service are sent: retries, transport and policies are Azure.Core's.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>The first version of the service that takes tokens of Microsoft Entra ID.</summary>
    internal const string Version = "2020-12-06";

    public TableClientOptions()
    {
        foreach (var header in (string[])["x-ms-error-code", "x-ms-version", "DataServiceVersion", "Prefer"])
        {
            Diagnostics.LoggedHeaderNames.Add(header);
        }
    }

    /// <summary>What signatures are dated by; the service refuses those that are 15 minutes off.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
