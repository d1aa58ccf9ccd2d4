using System.Buffers;

namespace ScoreGuard.Domain.Artefacts;

/// <summary>The uncompressed lines of a shard in a rented buffer; dispose to give it back.</summary>
public sealed class ShardBytes : IDisposable
{
    private readonly int _length;
    private byte[]? _rented;

    private ShardBytes(byte[] rented, int length)
    {
        _rented = rented;
        _length = length;
    }

    public Memory<byte> Memory => Buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => Buffer.AsSpan(0, _length);

    private byte[] Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_rented is null, this);
            return _rented;
        }
    }

    public static ShardBytes Rent(int length) => new(ArrayPool<byte>.Shared.Rent(length), length);

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
