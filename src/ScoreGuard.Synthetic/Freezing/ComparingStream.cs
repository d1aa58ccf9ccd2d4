using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Synthetic.Freezing;

/// <summary>Compares what is written to it with what another stream holds, line by line, and digests it.</summary>
internal sealed class ComparingStream(Stream other) : Stream
{
    private readonly LeadSetDigest digest = new();
    private byte[] room = [];
    private long lines = 1;

    /// <summary>From 1; null while everything is the same.</summary>
    public long? FirstDifferentLine { get; private set; }

    public string Digest => digest.Current;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        digest.Append(buffer.Span);
        if (FirstDifferentLine is not null)
        {
            return;
        }

        if (room.Length < buffer.Length)
        {
            room = new byte[buffer.Length];
        }

        var read = await other
            .ReadAtLeastAsync(
                room.AsMemory(0, buffer.Length),
                buffer.Length,
                throwOnEndOfStream: false,
                cancellationToken
            )
            .ConfigureAwait(false);
        var same = buffer.Span.CommonPrefixLength(room.AsSpan(0, read));
        lines += buffer.Span[..same].Count((byte)'\n');
        if (same < buffer.Length)
        {
            FirstDifferentLine = lines;
        }
    }

    /// <summary>Says that nothing more will be written: what the other stream still holds differs.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var more = new byte[1];
        if (FirstDifferentLine is null && await other.ReadAsync(more, cancellationToken).ConfigureAwait(false) > 0)
        {
            FirstDifferentLine = lines;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Lead sets are written asynchronously.");

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            digest.Dispose();
        }

        base.Dispose(disposing);
    }
}
