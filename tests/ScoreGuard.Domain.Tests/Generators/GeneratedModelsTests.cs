using ScoreGuard.Domain.Tests.Replay;
using ScoreGuard.Testing.Generators;

namespace ScoreGuard.Domain.Tests.Generators;

public sealed class GeneratedModelsTests
{
    [Fact]
    public void Generated_models_have_no_errors()
    {
        foreach (var generated in AllRandom.Cases(seed: 20_000, count: 500))
            Should.NotThrow(() => Engine.Model(generated.ModelJson), generated.ToString());
    }

    [Fact]
    public void Shrunk_models_have_no_errors()
    {
        foreach (var smaller in AllRandom.Cases(seed: 20_000, count: 12).SelectMany(Shrinking.Smaller))
            Should.NotThrow(() => Engine.Model(smaller.ModelJson), smaller.ToString());
    }
}
