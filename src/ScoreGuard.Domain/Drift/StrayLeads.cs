using System.Buffers.Binary;
using System.Text;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>
/// Lines that found no partner in the pack at their own place. They are kept in partitions by lead id and joined one
/// partition after the other, so that even a population in a wholly different order needs little memory.
/// </summary>
/// <param name="scratch">Gives a new empty stream that can be read again and goes away with its disposal.</param>
public sealed class StrayLeads(Func<Stream> scratch) : IDisposable
{
    private const int PartitionCount = 64;

    private readonly Stream?[] _partitions = new Stream?[PartitionCount];

    public void AddBefore(ReadOnlySpan<byte> line) => Add(0, line);

    public void AddAfter(ReadOnlySpan<byte> line) => Add(1, line);

    /// <summary>
    /// Every pair, partition by partition and there in order of id: empty before, the lead is new; empty after, it has
    /// vanished. Pairs that only moved to another place have equal lines.
    /// </summary>
    public IEnumerable<(byte[] Before, byte[] After)> Join()
    {
        foreach (var partition in _partitions)
        {
            if (partition is null)
            {
                continue;
            }

            foreach (var (before, after) in Read(partition).Values)
            {
                for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
                {
                    yield return (index < before.Count ? before[index] : [], index < after.Count ? after[index] : []);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var partition in _partitions)
        {
            partition?.Dispose();
        }
    }

    private void Add(byte side, ReadOnlySpan<byte> line)
    {
        var partition = _partitions[Partition(OutcomeLines.Id(line))] ??= scratch();
        Span<byte> head = stackalloc byte[5];
        head[0] = side;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], line.Length);
        partition.Write(head);
        partition.Write(line);
    }

    private static SortedDictionary<string, (List<byte[]> Before, List<byte[]> After)> Read(Stream partition)
    {
        var byId = new SortedDictionary<string, (List<byte[]> Before, List<byte[]> After)>(StringComparer.Ordinal);
        partition.Position = 0;
        Span<byte> head = stackalloc byte[5];
        while (partition.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var line = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[1..])];
            partition.ReadExactly(line);
            var id = Encoding.UTF8.GetString(OutcomeLines.Id(line));
            if (!byId.TryGetValue(id, out var lines))
            {
                byId.Add(id, lines = ([], []));
            }

            (head[0] == 0 ? lines.Before : lines.After).Add(line);
        }

        return byId;
    }

    /// <summary>FNV-1a: the same on every machine, so that reports keep their order.</summary>
    private static int Partition(ReadOnlySpan<byte> id)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in id)
        {
            hash = unchecked((hash ^ unit) * 16_777_619u);
        }

        return (int)(hash % PartitionCount);
    }
}
