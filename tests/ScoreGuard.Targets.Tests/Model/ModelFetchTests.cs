using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Model;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Model;

public sealed class ModelFetchTests
{
    private const string Text = "scoreguard: 1\nname: Fetched\n";

    private readonly MemoryModelCache _cache = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly LeapingTime _time = new(Some.Start);

    [Fact]
    public async Task A_model_is_fetched_with_its_hash()
    {
        await using var server = await ServeAsync(context => context.Response.WriteAsync(Text));
        var model = await Open(server, "model.yaml").FetchAsync(TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(model.Bytes.Span).ShouldBe(Text);
        model.Hash.ShouldBe(Sha256Text.Of(Text));
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync(Text);
        });
        var first = await Open(server, "model.yaml").FetchAsync(TestContext.Current.CancellationToken);
        var second = await Open(server, "model.yaml").FetchAsync(TestContext.Current.CancellationToken);
        (first.IsUnchanged, second.IsUnchanged).ShouldBe((false, true));
        second.Bytes.Span.SequenceEqual(first.Bytes.Span).ShouldBeTrue();
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_calls_unchanged_what_was_never_sent_is_told()
    {
        await using var server = await ServeAsync(Status(304));
        (await FaultAsync(server, "model.yaml")).Kind.ShouldBe(TargetFaultKind.Unintelligible);
    }

    [Theory]
    [InlineData(Text, true)]
    [InlineData("something else", false)]
    public async Task A_pinned_model_is_that_one_or_none(string served, bool isTaken)
    {
        await using var server = await ServeAsync(context => context.Response.WriteAsync(served));
        var fetch = Open(server, "model.yaml", Sha256Text.Of(Text));
        if (isTaken)
        {
            (await fetch.FetchAsync(TestContext.Current.CancellationToken)).Hash.ShouldBe(Sha256Text.Of(Text));
            return;
        }

        var fault = await Should.ThrowAsync<TargetFault>(() => fetch.FetchAsync(TestContext.Current.CancellationToken));
        fault.Message.ShouldBe(
            $"The fetched model is not the one that `integrity` pins: it hashes to {Sha256Text.Of(served)}."
        );
    }

    [Fact]
    public async Task A_model_of_more_than_5_MiB_is_refused_at_once()
    {
        await using var server = await ServeAsync(context =>
            context.Response.Body.WriteAsync(new byte[ModelFetch.LongestModel + 1]).AsTask()
        );
        var fault = await FaultAsync(server, "model.yaml");
        fault.Message.ShouldBe("The model's server answered with more than can be read when asked to give the model.");
        _asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task At_most_three_redirects_are_followed(int redirects, bool isFetched)
    {
        await using var server = await ServeAsync(context =>
        {
            var step = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (step == redirects)
            {
                return context.Response.WriteAsync(Text);
            }

            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = $"/{step + 1}";
            return Task.CompletedTask;
        });
        if (isFetched)
        {
            (await Open(server, "0").FetchAsync(TestContext.Current.CancellationToken)).Bytes.Length.ShouldBe(
                Text.Length
            );
            return;
        }

        (await FaultAsync(server, "0")).Message.ShouldBe(
            "The model's server redirects more than 3 times; say the address where it ends."
        );
    }

    [Theory]
    [InlineData("https://elsewhere.example/model.yaml")]
    [InlineData("//elsewhere.example/model.yaml")]
    [InlineData("http://127.0.0.1:1/model.yaml")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_anywhere_else_is_not_followed(string location)
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        var fault = await FaultAsync(server, "model.yaml");
        (fault.Kind, fault.Message).ShouldBe(
            (
                TargetFaultKind.Setup,
                "The model's server redirects to another host; say the address where it ends, if you trust it."
            )
        );
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_a_secret_in_hand()
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = "/other/model.yaml";
            return Task.CompletedTask;
        });
        (await FaultAsync(server, "c/model.yaml", "c", "sig=s3cret")).Message.ShouldBe(
            "The model's server redirects, and a connection's secret goes nowhere but to its address."
        );
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_signature_goes_with_the_request_and_into_no_message()
    {
        await using var server = await ServeAsync(Status(403));
        var fault = await FaultAsync(server, "c/model.yaml", "c", "?sv=1&sig=s3cret");
        _asked.ShouldBe(["/c/model.yaml?sv=1&sig=s3cret"]);
        fault.Message.ShouldBe(
            "The model's server refused to give the model: HTTP 403. See `SCOREGUARD_CONNECTION_BLOB_…` and what it may do there."
        );
        fault.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT/other/model.yaml")]
    [InlineData("http://127.0.0.1:PORT/c/..%2fother/model.yaml")]
    [InlineData("https://elsewhere.example/c/model.yaml")]
    public async Task A_signature_is_for_the_address_that_stands_beside_it(string url)
    {
        await using var server = await ServeAsync(context => context.Response.WriteAsync(Text));
        var port = server.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Some.Refusals(Fetching(url.Replace("PORT", port, StringComparison.Ordinal), $"{server.Url}c", "sig=s", null))
            .ShouldBe([
                "SG5504 It is not below the address in `SCOREGUARD_CONNECTION_BLOB_URL`, which the connection's secret is for.",
            ]);
    }

    [Fact]
    public void A_token_of_the_identity_is_for_Azure_storage_only()
    {
        Some.Refusals(Fetching("https://models.example/m.yaml", "https://models.example/", null, null))
            .ShouldBe(["SG5506 Set `SCOREGUARD_CONNECTION_BLOB_SAS`; the connection `blob` needs it."]);
        Some.Opened(
                Fetching(
                    "https://acme.blob.core.windows.net/m/m.yaml",
                    "https://acme.blob.core.windows.net/m",
                    null,
                    null
                )
            )
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task The_identity_opens_a_blob_with_its_token()
    {
        using var wire = new RecordingWire();
        var setting = Setting(
            "https://acme.blob.core.windows.net/m/m.yaml",
            "https://acme.blob.core.windows.net/m",
            null
        );
        var fetch = Some.Opened(
            ModelFetching.Open(setting with { Wire = wire }, _cache, () => new FixedToken("t0ken"))
        );
        await fetch.FetchAsync(TestContext.Current.CancellationToken);
        wire.Sent.ShouldBe(["https://acme.blob.core.windows.net/m/m.yaml Bearer t0ken 2021-12-02"]);
    }

    [Theory]
    [InlineData("http://models.example/m.yaml")]
    [InlineData("https://me:pass@models.example/m.yaml")]
    [InlineData("ftp://models.example/m.yaml")]
    [InlineData("")]
    public void Only_https_without_a_user_name_is_fetched(string url) =>
        Some.Refusals(Fetching(url, null, null, null)).ShouldHaveSingleItem().ShouldEndWith("without a user name.");

    [Theory]
    [InlineData(404, TargetFaultKind.Setup)]
    [InlineData(401, TargetFaultKind.Refused)]
    [InlineData(500, TargetFaultKind.Unreachable)]
    public async Task What_the_server_refuses_is_told(int status, TargetFaultKind kind)
    {
        await using var server = await ServeAsync(Status(status));
        (await FaultAsync(server, "model.yaml")).Kind.ShouldBe(kind);
    }

    private static RequestDelegate Status(int status) =>
        context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    private Task<PlatformServer> ServeAsync(RequestDelegate answer) =>
        PlatformServer.StartAsync(app =>
            app.Run(context =>
            {
                _asked.Enqueue(context.Request.Path + context.Request.QueryString);
                return answer(context);
            })
        );

    private ModelFetch Open(PlatformServer server, string path, string? integrity = null) =>
        Some.Opened(
            ModelFetching.Open(
                Setting(new Uri(server.Url, path).AbsoluteUri, null, null) with
                {
                    Definition = TargetDefinition.Model with
                    {
                        Url = new Uri(server.Url, path).AbsoluteUri,
                        Integrity = integrity,
                    },
                },
                _cache,
                null
            )
        );

    private Task<TargetFault> FaultAsync(PlatformServer server, string path) =>
        Should.ThrowAsync<TargetFault>(() => Open(server, path).FetchAsync(TestContext.Current.CancellationToken));

    private Task<TargetFault> FaultAsync(PlatformServer server, string path, string below, string sas)
    {
        var fetch = Some.Opened(
            Fetching(new Uri(server.Url, path).AbsoluteUri, new Uri(server.Url, below).AbsoluteUri, sas, null)
        );
        return Should.ThrowAsync<TargetFault>(() => fetch.FetchAsync(TestContext.Current.CancellationToken));
    }

    private Parsed<ModelFetch> Fetching(string url, string? below, string? sas, Func<TokenCredential>? identity) =>
        ModelFetching.Open(Setting(url, below, sas), _cache, identity);

    private TargetSetting Setting(string url, string? below, string? sas) =>
        Some.Setting(
            TargetDefinition.Model with
            {
                Url = url,
                Connection = below is null ? null : "blob",
            },
            Some.Connections(
                ("SCOREGUARD_CONNECTION_BLOB_URL", below ?? ""),
                ("SCOREGUARD_CONNECTION_BLOB_SAS", sas ?? "")
            ),
            _time
        );

    private sealed class FixedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            requestContext.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
            return new(GetToken(requestContext, cancellationToken));
        }
    }

    /// <summary>Storage itself cannot be had under its name here.</summary>
    private sealed class RecordingWire : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Sent.Add(
                $"{request.RequestUri} {request.Headers.Authorization} {request.Headers.GetValues("x-ms-version").Single()}"
            );
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Text) });
        }
    }
}
