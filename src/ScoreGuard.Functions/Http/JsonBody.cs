using Microsoft.OpenApi;

namespace ScoreGuard.Functions.Http;

/// <summary>Endpoints that take JSON.</summary>
/// <remarks>
/// Not by the framework's <c>Accepts</c>: with it routing refuses a content type before anybody has asked who calls.
/// </remarks>
internal static class JsonBody
{
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .AddOpenApiOperationTransformer(
                async (operation, context, cancellationToken) =>
                {
                    var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken);
                    var name = typeof(T).Name;
                    context.Document!.AddComponent(name, schema);
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                        {
                            ["application/json"] = new()
                            {
                                Schema = new OpenApiSchemaReference(name, context.Document),
                            },
                        },
                    };
                }
            )
            // A form that another site's page sends cannot have this type.
            .AddEndpointFilter(
                (invocation, next) =>
                    invocation.HttpContext.Request.HasJsonContentType()
                        ? next(invocation)
                        : ValueTask.FromResult<object?>(Problems.NotJson())
            );
}
