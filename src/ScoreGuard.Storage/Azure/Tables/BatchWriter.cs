using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Spells a transaction as <c>multipart/mixed</c>: a batch of one change set of one request an action.</summary>
internal static class BatchWriter
{
    private const int HashLength = 32;

    public static Batch Write(TableEndpoint endpoint, string table, ImmutableArray<TableTransactionAction> actions)
    {
        if (actions.IsEmpty)
        {
            throw new ArgumentException("A transaction has at least one action.", nameof(actions));
        }

        var bodies = actions.Select(Body).ToList();
        var mark = Mark(bodies);
        var (outer, inner) = ($"batch_{mark}", $"changeset_{mark}");
        var bytes = new ArrayBufferWriter<byte>(bodies.Sum(body => body.Length + 1024));
        Line(bytes, $"--{outer}");
        Line(bytes, $"Content-Type: multipart/mixed; boundary={inner}");
        Line(bytes, "");
        for (var index = 0; index < actions.Length; index++)
        {
            Line(bytes, $"--{inner}");
            Line(bytes, "Content-Type: application/http");
            Line(bytes, "Content-Transfer-Encoding: binary");
            Line(bytes, "");
            WriteRequest(bytes, endpoint, table, actions[index]);
            bytes.Write(bodies[index].Span);
            Line(bytes, "");
        }

        Line(bytes, $"--{inner}--");
        Line(bytes, $"--{outer}--");
        return new($"multipart/mixed; boundary={outer}", bytes.WrittenMemory, actions.Length);
    }

    private static ReadOnlyMemory<byte> Body(TableTransactionAction action) =>
        action.ActionType == TableTransactionActionType.Delete ? default : EntityWriter.Write(action.Entity);

    /// <summary>A boundary that the content cannot hold, being made of the content's own digest.</summary>
    private static string Mark(List<ReadOnlyMemory<byte>> bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var body in bodies)
        {
            hash.AppendData(body.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private static void WriteRequest(
        ArrayBufferWriter<byte> bytes,
        TableEndpoint endpoint,
        string table,
        TableTransactionAction action
    )
    {
        var entity = action.Entity;
        var (method, condition) = Request(action);
        var path =
            action.ActionType == TableTransactionActionType.Add
                ? table
                : TableUris.Entity(table, entity.PartitionKey, entity.RowKey);
        Line(bytes, $"{method} {endpoint.Url(path)} HTTP/1.1");
        Line(bytes, "Accept: application/json;odata=minimalmetadata");
        Line(bytes, "DataServiceVersion: 3.0");
        Line(bytes, "Prefer: return-no-content");
        if (condition is not null)
        {
            Line(bytes, $"If-Match: {condition}");
        }

        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Line(bytes, "Content-Type: application/json");
        }

        Line(bytes, "");
    }

    private static (string Method, string? Condition) Request(TableTransactionAction action) =>
        action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", null),
            TableTransactionActionType.UpdateMerge => ("MERGE", TableClient.Condition(action.ETag)),
            TableTransactionActionType.UpdateReplace => ("PUT", TableClient.Condition(action.ETag)),
            TableTransactionActionType.Delete => ("DELETE", TableClient.Condition(action.ETag)),
            TableTransactionActionType.UpsertMerge => ("MERGE", null),
            TableTransactionActionType.UpsertReplace => ("PUT", null),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };

    private static void Line(ArrayBufferWriter<byte> bytes, string line)
    {
        Encoding.UTF8.GetBytes(line, bytes);
        bytes.Write("\r\n"u8);
    }
}
