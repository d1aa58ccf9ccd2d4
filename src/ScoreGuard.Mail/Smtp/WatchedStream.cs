namespace ScoreGuard.Mail.Smtp;

/// <summary>Bytes that tell whether they have been read: the mail client does not say how far it came when a connection breaks.</summary>
internal sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public bool WasReadToItsEnd { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => Watch(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Watch(base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<int>(cancellationToken)
            : Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    private int Watch(int read)
    {
        WasReadToItsEnd |= Position == Length;
        return read;
    }
}
