using ScoreGuard.Domain.Replay;
using ScoreGuard.Testing;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class ConcurrentSessionsTests
{
    [Fact]
    public void Sessions_of_one_engine_may_begin_at_once()
    {
        var model = ModelTexts.Read(SampleFiles.Read("gitlab", "model.yaml"));
        for (var round = 0; round < 20; round++)
        {
            var engine = ReplayEngine.Compile(model);
            using var start = new Barrier(4);
            var threads = Enumerable
                .Range(0, 4)
                .Select(_ => Task.Factory.StartNew(Begin, TaskCreationOptions.LongRunning));
            Should.NotThrow(() => Task.WaitAll([.. threads]));

            void Begin()
            {
                start.SignalAndWait();
                _ = engine.NewSession();
            }
        }
    }
}
