using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>Lets chosen requests reach the service and loses the answer, as a broken connection does.</summary>
/// <param name="loses">Whether the answer to this request gets lost; asked once an attempt.</param>
internal sealed class LossyPolicy(Func<Request, bool> loses) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Lose(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Lose(message);
    }

    private void Lose(HttpMessage message)
    {
        if (loses(message.Request))
        {
            throw new IOException("The connection was closed.");
        }
    }
}
