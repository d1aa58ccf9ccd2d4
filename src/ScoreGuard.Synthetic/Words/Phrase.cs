using System.Collections.Immutable;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Generation;

namespace ScoreGuard.Synthetic.Words;

/// <summary>Ways, equally likely, to put words, fixed text, digits and letters together.</summary>
internal sealed class Phrase(ImmutableArray<ImmutableArray<Phrase.Part>> ways)
{
    public bool IsEmpty => ways.Length == 0;

    public void Write(ref Draw draw, Bytes to)
    {
        var way = ways.Length == 1 ? ways[0] : ways[(int)draw.Below(ways.Length)];
        foreach (var part in way)
        {
            part.Write(ref draw, to);
        }
    }

    /// <summary>A piece of a way.</summary>
    internal abstract class Part
    {
        public abstract void Write(ref Draw draw, Bytes to);
    }

    internal sealed class Fixed(byte[] text) : Part
    {
        public override void Write(ref Draw draw, Bytes to) => to.Add(text);
    }

    internal sealed class Word(WordList words) : Part
    {
        public override void Write(ref Draw draw, Bytes to) => to.Add(words.Pick(ref draw));
    }

    internal sealed class Nested(Phrase phrase) : Part
    {
        public override void Write(ref Draw draw, Bytes to) => phrase.Write(ref draw, to);
    }

    /// <summary>A sign from <paramref name="first"/> on, one of <paramref name="count"/>.</summary>
    internal sealed class Sign(char first, int count) : Part
    {
        public static readonly Sign Digit = new('0', 10);
        public static readonly Sign Letter = new('A', 26);

        public override void Write(ref Draw draw, Bytes to) => to.Add((byte)(first + draw.Below(count)));
    }
}
