using System.Globalization;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Contacts as visitors without credentials, each with a device of its own.</summary>
/// <remarks>
/// Before a contact acts, it is identified by a request for dynamic content, which counts no page hit and stores no stranger:
/// <c>dwc/…?email=…</c> answers with the cookies <c>mautic_device_id</c> and <c>mtc_id</c>. Without the device's cookie a form
/// would be filled in by a new visitor, who is then merged with the contact: the contact loses its id and its stage.
/// </remarks>
internal sealed class MauticVisitors(PlatformHttp http, LeadMapping leads)
{
    private const string Slot = "dwc/scoreguard";
    private const string Device = "mautic_device_id";
    private const string Contact = "mtc_id";

    /// <summary>None of the names that Mautic does not track.</summary>
    private static readonly (string, string) UserAgent = ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) ScoreGuard");

    private readonly Dictionary<string, string> _devices = new(StringComparer.Ordinal);

    /// <summary>Lets a contact do what a visitor does.</summary>
    /// <param name="read">Makes a result of the answer.</param>
    /// <returns>A refusal where Mautic does not recognise the contact, or did not say whether it was done.</returns>
    public async Task<RecordResult> ActAsync(
        TargetSignal signal,
        PlatformCall call,
        Func<PlatformAnswer, RecordResult> read,
        CancellationToken cancellationToken
    )
    {
        var device = await FindDeviceAsync(signal, cancellationToken);
        if (device is null)
        {
            return RecordResult.Refused(
                $"Mautic does not recognise the contact by {leads.AddressField}: make the field publicly updatable, and do not run from an address that Mautic does not track"
            );
        }

        var cookies = $"{Device}={device}; {Contact}={signal.Record}";
        var asVisitor = call with { Headers = [UserAgent, ("Cookie", cookies), .. call.Headers], MayRepeat = false };
        PlatformAnswer answer;
        try
        {
            answer = await http.SendAsync(asVisitor, cancellationToken);
        }
        catch (TargetFault fault) when (fault.Kind == TargetFaultKind.Unreachable)
        {
            // Done or not: sent again it might score twice.
            var why = fault.Message.TrimEnd('.');
            return fault.InDoubt ? RecordResult.Doubtful(why) : RecordResult.Refused(why);
        }

        return read(answer);
    }

    private async Task<string?> FindDeviceAsync(TargetSignal signal, CancellationToken cancellationToken)
    {
        if (_devices.TryGetValue(signal.Record, out var known))
        {
            return known;
        }

        var who = $"{Uri.EscapeDataString(leads.AddressField)}={Uri.EscapeDataString(signal.Address)}";
        var answer = await http.SendAsync(
            new(HttpMethod.Get, "identify a contact", $"{Slot}?{who}") { Headers = [UserAgent] },
            cancellationToken
        );
        if (!answer.IsSuccess)
        {
            throw new TargetFault(
                TargetFaultKind.Setup,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Mautic refused to identify a contact by {Slot}: HTTP {(int)answer.Status}."
                )
            );
        }

        var device = CookieOf(answer, Device);
        if (device is null || CookieOf(answer, Contact) != signal.Record)
        {
            return null;
        }

        _devices[signal.Record] = device;
        return device;
    }

    private static string? CookieOf(PlatformAnswer answer, string name)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            return null;
        }

        var value = cookies
            .Select(cookie => cookie.Split(';')[0])
            .LastOrDefault(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal))
            ?[(name.Length + 1)..].Trim();
        // It goes back into a header: nothing but what Mautic itself makes.
        return value is { Length: > 0 and <= 100 } && value.All(char.IsAsciiLetterOrDigit) ? value : null;
    }
}
