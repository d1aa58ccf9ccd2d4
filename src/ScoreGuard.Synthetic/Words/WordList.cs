using System.Text;
using ScoreGuard.Synthetic.Chance;

namespace ScoreGuard.Synthetic.Words;

/// <summary>Words side by side in one block of UTF-8.</summary>
internal sealed class WordList
{
    private readonly byte[] block;
    private readonly int[] ends;

    public WordList(IReadOnlyCollection<string> words)
    {
        block = Encoding.UTF8.GetBytes(string.Concat(words));
        ends = new int[words.Count + 1];
        var index = 0;
        foreach (var word in words)
        {
            ends[index + 1] = ends[index] + Encoding.UTF8.GetByteCount(word);
            index++;
        }
    }

    public ReadOnlySpan<byte> Pick(ref Draw draw)
    {
        var index = (int)draw.Below(ends.Length - 1);
        var start = ends[index];
        return block.AsSpan(start, ends[index + 1] - start);
    }
}
