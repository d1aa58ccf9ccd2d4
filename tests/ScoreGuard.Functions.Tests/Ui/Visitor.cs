using System.Net;
using System.Text.RegularExpressions;
using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>Somebody who sends whatever requests they like; keeps cookies, follows nothing.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly ServedApp _app;
    private readonly HttpClient _client;

    public Visitor(ServedApp app)
    {
        _app = app;
        _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
    }

    public CookieContainer Cookies { get; } = new();

    public string? Session => Cookies.GetCookies(_app.At("/api/ui"))[SessionCookie.Name]?.Value;

    public void Take(string session) =>
        Cookies.Add(_app.Address, new Cookie(SessionCookie.Name, session, "/api", "127.0.0.1"));

    /// <summary>From now on every request says so, as the platform's do.</summary>
    public void IsSignedInByPlatform(string name, string role) =>
        _client.DefaultRequestHeaders.Add(PlatformPrincipal.Header, ServedApp.Principal(name, role));

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(_app.At(path));

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>As a browser sends the form of our own page <paramref name="page"/>, token included.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string path, params (string, string)[] fields) =>
        await SendFormAsync(
            path,
            _app.Address.GetLeftPart(UriPartial.Authority),
            [(FormFields.Token, await TokenAsync(page)), .. fields]
        );

    /// <param name="origin">Of the page that sends the form; null: not told.</param>
    public async Task<HttpResponseMessage> SendFormAsync(string path, string? origin, params (string, string)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.At(path));
        request.Content = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))
        );
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> SignInAsync(string key = ServedApp.OperateKey, string next = "/api/ui") =>
        PostAsync(PageAddress.SignIn, PageAddress.SignIn, (FormFields.Key, key), (FormFields.Next, next));

    /// <summary>What the first form of a page carries.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await ReadAsync(page)).Groups["token"].Value;

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"token\" value=\"(?<token>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Token();
}
