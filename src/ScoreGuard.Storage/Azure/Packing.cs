using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary>
/// Cuts what is longer than a property may be into properties of one entity, and what is longer than an entity may be into
/// further ones. Those are named by the payload's digest and written first, so that a head never names what is not there.
/// </summary>
internal static class Packing
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Text takes two bytes a unit; ours is ASCII.</summary>
    private const int PieceUnits = PieceBytes / 2;

    private const int PiecesPerEntity = 15;
    private const string Length = "length";
    private const string Parts = "parts";
    private const string PartPrefix = "part-";
    private const int NameDigits = 32;

    /// <summary>What a changed length must not make us set aside.</summary>
    private const int Longest = 256 * 1024 * 1024;

    /// <summary>Puts bytes into properties of <paramref name="head"/> and, if need be, into parts.</summary>
    public static ImmutableArray<TableEntity> PackBytes(TableEntity head, ReadOnlyMemory<byte> payload) =>
        Pack(head, payload, PieceBytes, "data", piece => piece.ToArray());

    /// <summary>Puts ASCII text into properties that people can read.</summary>
    public static ImmutableArray<TableEntity> PackText(TableEntity head, ReadOnlyMemory<byte> ascii) =>
        Pack(head, ascii, PieceUnits, "json", piece => Encoding.ASCII.GetString(piece.Span));

    public static async Task SavePartsAsync(
        StoreTable table,
        ImmutableArray<TableEntity> parts,
        CancellationToken cancellationToken
    )
    {
        foreach (var part in parts)
        {
            // What is there already, from an attempt that was interrupted, is the same to the byte: the name is the digest.
            await table.TryAddAsync(part, cancellationToken);
        }
    }

    /// <exception cref="Domain.Faults.StoreDamage">A part is gone, or the length is another.</exception>
    public static async Task<byte[]> UnpackAsync(
        StoreTable table,
        TableEntity head,
        CancellationToken cancellationToken
    )
    {
        var resource = table.NameOf(head.PartitionKey, head.RowKey);
        if (head[Length] is not int length || length is < 0 or > Longest || head[Parts] is not string parts)
        {
            throw AzureDamage.Altered(resource);
        }

        var payload = new MemoryStream(length);
        Take(head, payload);
        if (parts.Length > 0)
        {
            var found = await table.ListAsync(
                EntityRange.Of(head.PartitionKey, parts),
                int.MaxValue,
                cancellationToken
            );
            foreach (var part in found)
            {
                Take(part, payload);
            }

            if (found.Count == 0)
            {
                throw AzureDamage.Gone(table.NameOf(head.PartitionKey, parts));
            }
        }

        return payload.Length != length ? throw AzureDamage.Altered(resource)
            : payload.Capacity == length ? payload.GetBuffer()
            : payload.ToArray();
    }

    private static ImmutableArray<TableEntity> Pack(
        TableEntity head,
        ReadOnlyMemory<byte> payload,
        int pieceLength,
        string prefix,
        Func<ReadOnlyMemory<byte>, object> piece
    )
    {
        var fits = payload.Length <= pieceLength * PiecesPerEntity;
        var name = fits
            ? ""
            : $"{PartPrefix}{Sha256Text.Of(payload.Span).AsSpan(Sha256Text.Prefix.Length, NameDigits)}-";
        head[Length] = payload.Length;
        head[Parts] = name;
        var parts = ImmutableArray.CreateBuilder<TableEntity>();
        var entity = head;
        for (var index = 0; index * pieceLength < payload.Length; index++)
        {
            if (index > 0 && index % PiecesPerEntity == 0)
            {
                entity = new TableEntity(head.PartitionKey, $"{name}{parts.Count:D6}");
                parts.Add(entity);
            }

            var from = index * pieceLength;
            var until = Math.Min(payload.Length, from + pieceLength);
            entity[$"{prefix}{index % PiecesPerEntity:D2}"] = piece(payload[from..until]);
        }

        return parts.DrainToImmutable();
    }

    private static void Take(TableEntity entity, MemoryStream payload)
    {
        for (var index = 0; index < PiecesPerEntity; index++)
        {
            if (entity[$"data{index:D2}"] is byte[] bytes)
            {
                payload.Write(bytes);
            }
            else if (entity[$"json{index:D2}"] is string text)
            {
                payload.Write(Encoding.UTF8.GetBytes(text));
            }
        }
    }
}
