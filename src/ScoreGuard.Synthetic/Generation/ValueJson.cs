namespace ScoreGuard.Synthetic.Generation;

/// <summary>A value as JSON.</summary>
internal static class ValueJson
{
    public static void Write(ValueKind kind, ReadOnlySpan<byte> value, Bytes to)
    {
        switch (kind)
        {
            case ValueKind.Text:
                JsonText.Write(value, to);
                break;
            case ValueKind.Literal:
                to.Add(value);
                break;
            default:
                to.Add("null"u8);
                break;
        }
    }
}
