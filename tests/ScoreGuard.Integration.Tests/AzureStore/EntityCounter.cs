using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Integration.Tests.AzureStore;

/// <summary>Counts the entities that the Table service gives out.</summary>
internal sealed class EntityCounter : HttpPipelinePolicy
{
    private int _read;

    /// <summary>Since the last <see cref="Reset"/>.</summary>
    public int Read => _read;

    public void Reset() => _read = 0;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Count(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Count(message);
    }

    private void Count(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get || message.Response.IsError)
        {
            return;
        }

        using var body = JsonDocument.Parse(message.Response.Content.ToMemory());
        var read = body.RootElement.TryGetProperty("value", out var page) ? page.GetArrayLength() : 1;
        Interlocked.Add(ref _read, read);
    }
}
