using System.Text;
using ScoreGuard.Benchmarks.HandWritten;

// handwritten LEADS AS-OF OUT: the benchmark's model, and no other, over a file of leads.
if (args.Length != 3 || !Instants.TryRead(Encoding.UTF8.GetBytes(args[1]), out var asOf))
{
    Console.Error.WriteLine("usage: handwritten LEADS AS-OF OUT (an instant as 2026-05-01T00:00:00Z)");
    return 1;
}

using var leads = new FileStream(args[0], FileMode.Open, FileAccess.Read, FileShare.Read, 0);
using var outcomes = new FileStream(args[2], FileMode.Create, FileAccess.Write, FileShare.None, 0);
var lines = new LeadLines(leads);
var reader = new HandWrittenReader();
var scorer = new HandWrittenScorer();
var writer = new OutcomeWriter();
var lead = new Lead();
var outcome = new LeadOutcome();
while (lines.TryNext(out var line))
{
    reader.Read(line, lead);
    scorer.Score(lead, asOf, outcome);
    writer.Write(lead, outcome);
    if (writer.Written.Length > 1 << 18)
    {
        outcomes.Write(writer.Written);
        writer.Clear();
    }
}

outcomes.Write(writer.Written);
return 0;
