using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>Sends nothing: keeps what would have been sent, and answers what it was told to, the last answer again and again.</summary>
internal sealed class CannedTransport(params (int Status, string Body)[] answers) : HttpPipelineTransport
{
    public List<(string Method, string Url, Dictionary<string, string> Headers)> Sent { get; } = [];

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message)
    {
        var request = message.Request;
        Sent.Add(
            (
                request.Method.Method,
                request.Uri.ToString(),
                request.Headers.ToDictionary(header => header.Name, header => header.Value)
            )
        );
        var (status, body) = answers[Math.Min(Sent.Count, answers.Length) - 1];
        message.Response = new Canned(status) { ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body)) };
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    private sealed class Canned(int status) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "Canned";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() => ContentStream?.Dispose();

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, out string value)
        {
            value = "";
            return false;
        }

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            values = [];
            return false;
        }
    }
}
