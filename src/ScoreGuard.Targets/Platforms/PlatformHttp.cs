using System.Globalization;
using System.Net;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Platforms;

/// <summary>The door to one platform: pace, budget, credentials, repetition; a <see cref="TargetFault"/> for what remains.</summary>
public sealed class PlatformHttp(HttpClient http, PlatformHabits habits, CallMeter meter, TimeProvider time)
{
    /// <summary>Attempts of one call, the first included: with doubling waits about two minutes.</summary>
    private const int Attempts = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Asks until there is an answer that counts.</summary>
    /// <returns>An answer whose meaning is <see cref="AnswerMeaning.Done"/>.</returns>
    /// <exception cref="TargetFault">There is none to be had.</exception>
    public async Task<PlatformAnswer> SendAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        var renewals = 0;
        var last = "no answer";
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await meter.PassAsync(cancellationToken);
            var (answer, failure) = await TryAsync(call, renewals > 0 && last == Expired, cancellationToken);
            var meaning = answer is null ? AnswerMeaning.Again : habits.Judge(answer);
            switch (meaning)
            {
                case AnswerMeaning.Done:
                    return answer!;
                case AnswerMeaning.Expired when renewals++ == 0:
                    last = Expired;
                    continue;
                case AnswerMeaning.Expired or AnswerMeaning.Refused:
                    throw Fault(TargetFaultKind.Refused, call, answer!);
                case AnswerMeaning.BudgetSpent:
                    throw Fault(TargetFaultKind.BudgetSpent, call, answer!);
                case AnswerMeaning.Wrong:
                    throw Fault(TargetFaultKind.Setup, call, answer!);
                case AnswerMeaning.Again when !call.MayRepeat:
                    throw new TargetFault(
                        TargetFaultKind.Unreachable,
                        $"{habits.Platform} did not say whether it did {call.What}: {failure ?? Words(answer!)}."
                    )
                    {
                        InDoubt = true,
                    };
                default:
                    last = failure ?? Words(answer!);
                    break;
            }

            if (attempt < Attempts)
            {
                await Task.Delay(WaitBefore(attempt, answer), time, cancellationToken);
            }
        }

        throw new TargetFault(
            TargetFaultKind.Unreachable,
            $"{habits.Platform} at {http.BaseAddress?.Authority} did not {call.What} in {Attempts} attempts: {last}."
        );
    }

    /// <summary>Where to look when credentials are refused; empty where no connection is named.</summary>
    private string Settings =>
        meter.Connection.Length == 0
            ? ""
            : $" See `{Connections.SettingOf(meter.Connection, "…")}` and what it may do there.";

    private const string Expired = "the credentials expired";

    private async Task<(PlatformAnswer? Answer, string? Failure)> TryAsync(
        PlatformCall call,
        bool renewed,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(call.Method, call.Path) { Content = call.Body?.Invoke() };
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        await habits.AuthorizeAsync(request, renewed, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (
                new PlatformAnswer(response.StatusCode, response.Headers, JsonBody.Parse(body)) { Body = body },
                null
            );
        }
        catch (HttpRequestException failure)
            when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new TargetFault(
                TargetFaultKind.Unintelligible,
                $"{habits.Platform} answered with more than can be read when asked to {call.What}."
            );
        }
        catch (HttpRequestException failure)
        {
            return (null, Words(failure.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "no answer in time");
        }
    }

    private TimeSpan WaitBefore(int attempt, PlatformAnswer? answer)
    {
        var asked = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => FirstWait * Math.Pow(2, attempt - 1),
        };
        return asked < FirstWait ? FirstWait
            : asked > LongestWait ? LongestWait
            : asked;
    }

    private TargetFault Fault(TargetFaultKind kind, PlatformCall call, PlatformAnswer answer) =>
        new(
            kind,
            $"{habits.Platform} refused to {call.What}: {Words(answer)}.{(kind == TargetFaultKind.Refused ? Settings : "")}"
        );

    private string Words(PlatformAnswer answer)
    {
        var explained = habits.Explain(answer);
        return explained.Length > 0 ? explained.TrimEnd('.') : StatusWords(answer.Status);
    }

    private static string Words(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError => "nobody knows that name",
            HttpRequestError.ConnectionError => "nobody answers there",
            HttpRequestError.SecureConnectionError => "its certificate is not to be trusted",
            _ => error.ToString(),
        };

    private static string StatusWords(HttpStatusCode status) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}");
}
