using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ScoreGuard.Functions.Http;

/// <summary>Reads what was sent; how much that may be, Kestrel bounds.</summary>
internal static class Bodies
{
    /// <summary>Null where it is not the JSON that is expected.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync(type, context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The latter: it names an encoding that there is not.
            return null;
        }
    }
}
