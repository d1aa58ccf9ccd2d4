using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ScoreGuard.Functions.Access;

namespace ScoreGuard.Functions.Hosting;

/// <summary>What the description of the API says about itself, and about who may do what.</summary>
internal static class Describing
{
    private const string Key = "key";
    private const string Bearer = "bearer";

    private static readonly Dictionary<string, IOpenApiSecurityScheme> Schemes = new(StringComparer.Ordinal)
    {
        [Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = Gate.KeyHeader,
            Description = "One of the app's two keys: the one that may read, or the one that may operate.",
        },
        [Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The same key, for clients that send it so.",
        },
    };

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

    /// <summary>Either way to send the key, and as its role what the key must allow: <c>read</c> or <c>operate</c>.</summary>
    public static Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var needed = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededLevel>().FirstOrDefault();
        if (needed is null)
        {
            return Task.CompletedTask;
        }

        var document = context.Document!;
        foreach (var (name, scheme) in Schemes)
        {
            document.AddComponent(name, scheme);
        }

        var role = needed.Level.ToString().ToLowerInvariant();
        operation.Security =
        [
            .. Schemes.Keys.Select(name => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(name, document)] = [role],
            }),
        ];
        return Task.CompletedTask;
    }
}
