using System.Net.Http.Headers;
using System.Text;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>The stand-in judges as the real host was seen to.</summary>
public sealed class HostJudgementTests
{
    [Theory]
    [InlineData(200, "application/json", "{}", HostJudgement.Succeeded)]
    [InlineData(202, "application/json; charset=utf-8", """{"Outputs":{}}""", HostJudgement.Succeeded)]
    [InlineData(200, "application/json", "", HostJudgement.Hangs)]
    [InlineData(204, null, "", HostJudgement.Hangs)]
    [InlineData(200, null, "{}", HostJudgement.Failed)]
    [InlineData(200, "text/plain", "{}", HostJudgement.Failed)]
    [InlineData(200, "application/json", "[]", HostJudgement.Failed)]
    [InlineData(200, "application/json", "{", HostJudgement.Failed)]
    [InlineData(302, null, "", HostJudgement.Failed)]
    [InlineData(404, "application/json", "{}", HostJudgement.Failed)]
    [InlineData(500, null, "", HostJudgement.Failed)]
    internal void Only_an_object_of_JSON_in_a_2xx_succeeds_and_an_empty_2xx_hangs(
        int status,
        string? type,
        string body,
        HostJudgement judgement
    ) =>
        HostJudgements
            .Of(status, type is null ? null : MediaTypeHeaderValue.Parse(type), Encoding.UTF8.GetBytes(body))
            .ShouldBe(judgement);
}
