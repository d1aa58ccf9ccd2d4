namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>Something that scores the standard leads by the standard model: the engine, or the program written by hand.</summary>
/// <remarks>One thread calls it, unless it is told to use more itself.</remarks>
internal interface IEngineUnderTest
{
    /// <summary>Gets ready for a model, once; never timed.</summary>
    void Load(string modelPath, string asOf);

    /// <summary>The leads as the engine wants them: whatever does not depend on the model's rules may be done here.</summary>
    IParsedLeads Parse(ReadOnlyMemory<byte> jsonLines);

    /// <summary>Replays every lead on so many threads, complete outcomes without their text.</summary>
    /// <returns>The leads' total scores and every rule's points, summed in thousandths: the same for every engine.</returns>
    long Score(IParsedLeads leads, int threads);

    /// <summary>Reads and replays line by line on one thread, keeping no lead.</summary>
    /// <inheritdoc cref="Score" path="/returns"/>
    long ReadAndScore(ReadOnlyMemory<byte> jsonLines);

    /// <summary>The outcome lines, to the byte; compared before anything is timed.</summary>
    void WriteOutcomes(ReadOnlyMemory<byte> jsonLines, Stream to);
}
