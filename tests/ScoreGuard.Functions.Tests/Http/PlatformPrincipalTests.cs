using System.Net;
using System.Text;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

/// <summary>Anybody can send the header of a signed-in person; it counts only where the platform is said to write it.</summary>
public sealed class PlatformPrincipalTests(RunningHandler without, SignedInHandler with)
    : IClassFixture<RunningHandler>,
        IClassFixture<SignedInHandler>
{
    private const string Operator = """
        {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Ann"},{"typ":"roles","val":"ScoreGuard.Operator"}]}
        """;

    private const string Reader = """
        {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Bob"},{"typ":"roles","val":"Other"}]}
        """;

    public static TheoryData<string> Malformed =>
        [
            "not base64",
            Base64("not json"),
            Base64("[]"),
            Base64("null"),
            Base64("{}"),
            Base64("""{"name_typ":"name","role_typ":"roles"}"""),
            Base64("""{"name_typ":"name","role_typ":"roles","claims":7}"""),
            Base64("""{"name_typ":"name","role_typ":"roles","claims":[7]}"""),
            Base64("""{"name_typ":"name","role_typ":"roles","claims":[{"typ":"name"}]}"""),
            Base64("""{"name_typ":7,"role_typ":"roles","claims":[]}"""),
            Base64("""{"name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"\ud800"}]}"""),
            Base64("""{"name_typ":"name","role_typ":"roles","claims":[{"typ":"roles","val":"ScoreGuard.Operator"}]}"""),
            Base64(new string('[', 5_000)),
            Convert.ToBase64String([0xFF, 0xFE, 0x00]),
        ];

    [Fact]
    public async Task Without_platform_sign_in_the_header_opens_nothing() =>
        (await StatusAsync(without, HttpMethod.Get, Base64(Operator))).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task With_platform_sign_in_anybody_signed_in_may_read()
    {
        (await StatusAsync(with, HttpMethod.Get, Base64(Reader))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(with, HttpMethod.Post, Base64(Reader))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_platform_sign_in_the_operators_role_may_operate() =>
        (await StatusAsync(with, HttpMethod.Post, Base64(Operator))).ShouldBe(HttpStatusCode.Accepted);

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_header_that_names_nobody_opens_nothing(string header) =>
        (await StatusAsync(with, HttpMethod.Get, header)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Of_several_headers_none_counts() =>
        (await StatusAsync(with, HttpMethod.Get, Base64(Reader), Base64(Operator))).ShouldBe(
            HttpStatusCode.Unauthorized
        );

    private static async Task<HttpStatusCode> StatusAsync(
        RunningHandler handler,
        HttpMethod method,
        params string[] principals
    )
    {
        using var request = ServedApi.Request(method, "/api/runs", key: null);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principals);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(
                $$"""{"workspace":"{{GuardedFolder.Name}}"}""",
                Encoding.UTF8,
                "application/json"
            );
        }

        using var answer = await handler.Host.ProxyAsync(request);
        return answer.StatusCode;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
