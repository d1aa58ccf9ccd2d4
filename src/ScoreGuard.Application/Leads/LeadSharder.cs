using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Application.Leads;

/// <summary>Cuts JSON lines into shards while they are written to it; a last line end is added.</summary>
/// <param name="take">Takes each full shard, also one of blank lines only, which is none; its memory is used again afterwards.</param>
internal sealed class LeadSharder(Func<Shard, ReadOnlyMemory<byte>, CancellationToken, Task> take) : Stream
{
    /// <summary>A shard of huge leads ends before it has its full number.</summary>
    private const int FullBytes = 16 * 1024 * 1024;

    /// <summary>What lies beyond this of a line without end is not kept: it is refused for its length anyway.</summary>
    private const int LongestLine = 5 * 1024 * 1024;

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

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (!buffer.IsEmpty)
        {
            var end = buffer.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                Open(buffer.Span);
                return;
            }

            var line = buffer[..(end + 1)];
            buffer = buffer[(end + 1)..];
            if (_open.WrittenCount > 0)
            {
                Open(line.Span);
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

    private void Open(ReadOnlySpan<byte> part)
    {
        if (_open.WrittenCount < LongestLine)
        {
            _open.Write(part);
        }
        else if (part[^1] == '\n')
        {
            _open.Write("\n"u8);
        }
    }

    private async ValueTask TakeLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        _lines.Write(line.Span);
        if (!line.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            Leads++;
            _inShard++;
        }

        if (_inShard == Shard.FullLeads || _lines.WrittenCount >= FullBytes)
        {
            await EndShardAsync(cancellationToken);
        }
    }

    private async Task EndShardAsync(CancellationToken cancellationToken)
    {
        var shard = Shard.Of(_lines.WrittenSpan, _inShard);
        await take(shard, _lines.WrittenMemory, cancellationToken);
        if (_inShard > 0)
        {
            _hash.AppendData(_lines.WrittenSpan);
            _shards.Add(shard);
        }

        _lines.ResetWrittenCount();
        _inShard = 0;
    }
}
