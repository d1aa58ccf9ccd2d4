using System.Net;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Model;

/// <summary>Fetches the model of a workspace from where <c>target.url</c> says. docs/targets/model.md.</summary>
public sealed class ModelFetch
{
    /// <summary>Bytes; a model of ten thousand rules has less.</summary>
    public const int LongestModel = 5 * 1024 * 1024;

    private const int MostRedirects = 3;

    private readonly PlatformHttp _http;
    private readonly Uri _url;
    private readonly ModelAccess _access;
    private readonly string? _integrity;
    private readonly IModelCache _cache;

    internal ModelFetch(PlatformHttp http, (Uri Url, string? Integrity) what, ModelAccess access, IModelCache cache) =>
        (_http, (_url, _integrity), _access, _cache) = (http, what, access, cache);

    /// <summary>The model as it is now.</summary>
    /// <exception cref="TargetFault">It could not be had, is too large, or is not the one that the workspace pins.</exception>
    public async Task<FetchedModel> FetchAsync(CancellationToken cancellationToken)
    {
        var known = await _cache.FindAsync(_url.AbsoluteUri, cancellationToken);
        var answer = await AskAsync(known?.Tag, cancellationToken);
        if (answer.Status == HttpStatusCode.NotModified && known is not null)
        {
            return Checked(known.Bytes, true);
        }

        if (!answer.IsSuccess)
        {
            throw new TargetFault(
                TargetFaultKind.Unintelligible,
                "The model's server says that the model did not change, and was never asked for it before."
            );
        }

        var model = Checked(answer.Body, false);
        if (answer.Headers.ETag is { } tag)
        {
            await _cache.SaveAsync(_url.AbsoluteUri, new(tag.ToString(), model.Bytes), cancellationToken);
        }

        return model;
    }

    private async Task<PlatformAnswer> AskAsync(string? tag, CancellationToken cancellationToken)
    {
        var at = _url;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var answer = await _http.SendAsync(
                new(HttpMethod.Get, "give the model", _access.Open(at).AbsoluteUri)
                {
                    Headers = tag is null ? [] : [("If-None-Match", tag)],
                },
                cancellationToken
            );
            if ((int)answer.Status is < 300 or 304)
            {
                return answer;
            }

            at = Next(at, answer.Headers.Location);
        }

        throw new TargetFault(
            TargetFaultKind.Setup,
            $"The model's server redirects more than {MostRedirects} times; say the address where it ends."
        );
    }

    /// <summary>Only to the same host: elsewhere could be anywhere, and the signature would go along.</summary>
    private Uri Next(Uri at, Uri? location)
    {
        if (_access != ModelAccess.None)
        {
            throw new TargetFault(
                TargetFaultKind.Setup,
                "The model's server redirects, and a connection's secret goes nowhere but to its address."
            );
        }

        var next = location is null ? null : new Uri(at, location);
        return next is not null && next.Scheme == at.Scheme && next.Authority == at.Authority && next.UserInfo == ""
            ? next
            : throw new TargetFault(
                TargetFaultKind.Setup,
                "The model's server redirects to another host; say the address where it ends, if you trust it."
            );
    }

    private FetchedModel Checked(ReadOnlyMemory<byte> bytes, bool isUnchanged)
    {
        var hash = Sha256Text.Of(bytes.Span);
        return _integrity is null || _integrity == hash
            ? new(bytes, hash, isUnchanged)
            : throw new TargetFault(
                TargetFaultKind.Setup,
                $"The fetched model is not the one that `integrity` pins: it hashes to {Quote.Plain(hash, 80)}."
            );
    }
}
