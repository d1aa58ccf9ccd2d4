using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>One account's Table service: sends requests, and turns refusals into <see cref="RequestFailedException"/>.</summary>
internal sealed class TableEndpoint
{
    private const string Json = "application/json;odata=minimalmetadata";
    private const string DataServiceVersion = "3.0";

    private readonly HttpPipeline _pipeline;

    public TableEndpoint(Uri uri, TableClientOptions options, HttpPipelinePolicy? perCall, HttpPipelinePolicy? perRetry)
    {
        Uri = uri;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        if (perCall is not null)
        {
            pipeline.PerCallPolicies.Add(perCall);
        }

        if (perRetry is not null)
        {
            pipeline.PerRetryPolicies.Add(perRetry);
        }

        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Uri { get; }

    public string Url(string path) => $"{Uri.AbsoluteUri.TrimEnd('/')}/{path}";

    /// <summary>A request that talks JSON.</summary>
    /// <param name="path">Encoded, with its query.</param>
    public HttpMessage NewMessage(RequestMethod method, string path, ReadOnlyMemory<byte>? body = null)
    {
        var message = NewBareMessage(method, path);
        message.Request.Headers.Add("Accept", Json);
        if (body is { } json)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(json);
        }

        return message;
    }

    public HttpMessage NewBareMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Url(path)));
        message.Request.Headers.Add("x-ms-version", TableClientOptions.Version);
        message.Request.Headers.Add("DataServiceVersion", DataServiceVersion);
        message.Request.Headers.Add("MaxDataServiceVersion", DataServiceVersion);
        return message;
    }

    /// <exception cref="RequestFailedException">The service refused, and not with <paramref name="expected"/>.</exception>
    public async Task<Response> SendAsync(
        HttpMessage message,
        CancellationToken cancellationToken,
        string? expected = null
    )
    {
        await _pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (!response.IsError)
        {
            return response;
        }

        var refusal = new RequestFailedException(response);
        return expected is not null && refusal.ErrorCode == expected ? response : throw refusal;
    }
}
