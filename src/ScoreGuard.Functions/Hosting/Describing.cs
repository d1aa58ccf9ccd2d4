using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ScoreGuard.Functions.Hosting;

/// <summary>What the description of the API says about itself.</summary>
internal static class Describing
{
    public static Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "ScoreGuard",
            Version = "1",
            Description =
                "Orders runs of guarded scoring models, and reads what came of them. Send a key as `x-functions-key`.",
        };
        // The address under which it is reached is the caller's to know.
        document.Servers = [];
        return Task.CompletedTask;
    }
}
