using Azure;
using Azure.Identity;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Azure;

/// <summary>Turns what the services refuse into faults that name what was tried, and nothing secret.</summary>
internal static class AzureGuard
{
    /// <exception cref="StorageFault">The service refused, or could not be reached.</exception>
    public static async Task<T> TryAsync<T>(
        string operation,
        string resource,
        Func<Task<T>> act,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await act();
        }
        catch (Exception refused) when (IsRefusal(refused, cancellationToken))
        {
            throw Fault(operation, resource, refused);
        }
    }

    /// <summary>A fault whose text is one line; what the service said in full stands behind it.</summary>
    public static StorageFault Fault(string operation, string resource, Exception refused) =>
        new(operation, resource, new IOException(Words(refused), refused));

    /// <summary>A call that was given up by its own deadline is a refusal, one that its caller gave up is not.</summary>
    private static bool IsRefusal(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            RequestFailedException or IOException or HttpRequestException or AuthenticationFailedException => true,
            AggregateException several => several.InnerExceptions.All(one => IsRefusal(one, cancellationToken)),
            _ => false,
        };

    private static string Words(Exception refused) =>
        refused switch
        {
            RequestFailedException { Status: > 0, ErrorCode: { Length: > 0 } code } answer =>
                $"Azure Storage answered {answer.Status} {code}",
            RequestFailedException { Status: > 0 } answer => $"Azure Storage answered {answer.Status}",
            AuthenticationFailedException => "no token could be had for Azure Storage",
            OperationCanceledException => "Azure Storage did not answer in time",
            AggregateException { InnerExceptions: [.., var last] } => Words(last),
            _ => "Azure Storage cannot be reached",
        };
}
