using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Testing.Azurite;
using ZstdSharp;

namespace ScoreGuard.Benchmarks.Store;

/// <summary>The same requests with the same packed bytes by nothing but <see cref="HttpClient"/> and a signature by hand: no digest, no check, no retry.</summary>
internal sealed class RawRest(AzuriteServer azurite, BaselineLines outcomes) : IStoreContestant, IDisposable
{
    private const string Table = "RawRest";
    private const int Piece = 64 * 1024;
    private const int Level = 1;

    private readonly HttpClient _http = new();
    private readonly string _set = JsonSerializer.Serialize(
        OutcomeSet.Of([.. outcomes.Shards.Select(part => part.Shard)], outcomes.Totals)
    );
    private readonly byte[] _key = Convert.FromBase64String(AzuriteServer.Key);

    public string Name => "raw REST, packed";

    public async Task PrepareAsync()
    {
        using var answer = await SendAsync(
            HttpMethod.Post,
            "Tables",
            Encoding.UTF8.GetBytes($$"""{"TableName":"{{Table}}"}""")
        );
    }

    public async Task WriteAsync(string baseline)
    {
        await Task.WhenAll(
            outcomes.Shards.Select((part, index) => Task.Run(() => WriteAsync(baseline, index, part.Lines)))
        );
        await WriteSmallAsync(baseline, "set", _set);
        await WriteSmallAsync(baseline, "manifest", "manifest");
        await WriteSmallAsync(baseline, "pointer", "pointer");
    }

    public async Task<long> ReadAsync(string baseline)
    {
        foreach (var small in (string[])["pointer", "manifest", "set"])
        {
            using var answer = await SendAsync(HttpMethod.Get, Path(baseline, small), null);
            using var entity = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        }

        var lengths = await Task.WhenAll(
            outcomes.Shards.Select((_, index) => Task.Run(() => ReadAsync(baseline, index)))
        );
        return lengths.Sum();
    }

    public void Dispose() => _http.Dispose();

    private async Task WriteAsync(string baseline, int index, ReadOnlyMemory<byte> lines)
    {
        using var compressor = new Compressor(Level);
        var packed = compressor.Wrap(lines.Span);
        var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", baseline);
            json.WriteString("RowKey", $"{index:D8}");
            ReadOnlySpan<byte> bytes = packed;
            for (var piece = 0; bytes.Length > 0; piece++)
            {
                var length = Math.Min(Piece, bytes.Length);
                json.WriteString($"data{piece:D2}@odata.type", "Edm.Binary");
                json.WriteBase64String($"data{piece:D2}", bytes[..length]);
                bytes = bytes[length..];
            }

            json.WriteEndObject();
        }

        using var answer = await SendAsync(HttpMethod.Post, Table, body.ToArray());
    }

    private async Task<long> ReadAsync(string baseline, int index)
    {
        using var answer = await SendAsync(HttpMethod.Get, Path(baseline, $"{index:D8}"), null);
        using var entity = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        var packed = new MemoryStream();
        for (var piece = 0; entity.RootElement.TryGetProperty($"data{piece:D2}", out var data); piece++)
        {
            packed.Write(data.GetBytesFromBase64());
        }

        using var decompressor = new Decompressor();
        return decompressor.Unwrap(packed.GetBuffer().AsSpan(0, (int)packed.Length)).Length;
    }

    private static string Path(string baseline, string row) => $"{Table}(PartitionKey='{baseline}',RowKey='{row}')";

    private async Task WriteSmallAsync(string baseline, string row, string text)
    {
        var entity = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PartitionKey"] = baseline,
            ["RowKey"] = row,
            ["json"] = text,
        };
        using var answer = await SendAsync(HttpMethod.Post, Table, JsonSerializer.SerializeToUtf8Bytes(entity));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body)
    {
        var uri = new Uri($"{azurite.Tables}/{path}");
        using var request = new HttpRequestMessage(method, uri);
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes($"{date}\n/{AzuriteServer.Account}{uri.AbsolutePath}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(_key, text));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-version", "2020-12-06");
        request.Headers.Add("Prefer", "return-no-content");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=nometadata");
        request.Headers.Authorization = new("SharedKeyLite", $"{AzuriteServer.Account}:{signature}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        var answer = await _http.SendAsync(request);
        return answer.EnsureSuccessStatusCode();
    }
}
