namespace ScoreGuard.Domain.Replay;

/// <summary>Takes the ids of leads as they are read, to find those that stand twice.</summary>
public interface ILeadIdSink
{
    /// <param name="id">UTF-8; good only during the call.</param>
    /// <param name="line">Its line in the file, from 1.</param>
    void Add(ReadOnlySpan<byte> id, int line);
}
