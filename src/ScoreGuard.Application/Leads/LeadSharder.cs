using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Application.Leads;

/// <summary>Cuts JSON lines into shards while they are written to it. Blank lines are left out, a last line end is added.</summary>
/// <param name="save">Takes each full shard; its memory is used again afterwards.</param>
internal sealed class LeadSharder(Func<Shard, ReadOnlyMemory<byte>, CancellationToken, Task> save) : Stream
{
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 20);
    private readonly ArrayBufferWriter<byte> _open = new(1 << 12);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ImmutableArray<Shard>.Builder _shards = ImmutableArray.CreateBuilder<Shard>();
    private int _inShard;

    public long Leads { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Ends the last line and the last shard.</summary>
    /// <returns>The shards, and the digest over all lines.</returns>
    public async Task<(ImmutableArray<Shard> Shards, string Digest)> FinishAsync(CancellationToken cancellationToken)
    {
        if (_open.WrittenCount > 0)
        {
            _open.Write("\n"u8);
            await TakeLineAsync(_open.WrittenMemory, cancellationToken);
            _open.ResetWrittenCount();
        }

        await EndShardAsync(cancellationToken);
        return (_shards.ToImmutable(), Sha256Text.From(_hash.GetCurrentHash()));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var end = buffer.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                _open.Write(buffer.Span);
                return;
            }

            var line = buffer[..(end + 1)];
            buffer = buffer[(end + 1)..];
            if (_open.WrittenCount > 0)
            {
                _open.Write(line.Span);
                await TakeLineAsync(_open.WrittenMemory, cancellationToken);
                _open.ResetWrittenCount();
            }
            else
            {
                await TakeLineAsync(line, cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing lies in between.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask TakeLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        if (line.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return;
        }

        _lines.Write(line.Span);
        Leads++;
        if (++_inShard == Shard.FullLeads)
        {
            await EndShardAsync(cancellationToken);
        }
    }

    private async Task EndShardAsync(CancellationToken cancellationToken)
    {
        if (_inShard == 0)
        {
            return;
        }

        var shard = Shard.Of(_lines.WrittenSpan, _inShard);
        _hash.AppendData(_lines.WrittenSpan);
        await save(shard, _lines.WrittenMemory, cancellationToken);
        _shards.Add(shard);
        _lines.ResetWrittenCount();
        _inShard = 0;
    }
}
