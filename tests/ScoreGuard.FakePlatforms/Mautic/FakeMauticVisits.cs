using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>What visitors reach without credentials: dynamic content, tracking, forms, assets, landing pages.</summary>
internal sealed class FakeMauticVisits(FakeMauticStore store, IReadOnlyDictionary<string, JsonArray> configuration)
{
    private static readonly string[] Bots = ["bingbot", "Googlebot", "Wget", "YandexBot", "AhrefsBot"];

    public void Map(WebApplication app)
    {
        app.MapGet("/dwc/{slot}", (Delegate)Identify);
        app.MapMethods("/mtc/event", ["GET", "POST"], (Delegate)TrackAsync);
        app.MapPost("/form/submit", (Delegate)SubmitAsync);
        app.MapGet("/asset/{slug}", (string slug, HttpContext context) => Look(context, "event", slug));
        app.MapGet("/{page}", (string page, HttpContext context) => Look(context, "visit", page));
    }

    /// <summary>Recognises, but stores nobody.</summary>
    private IResult Identify(HttpContext context)
    {
        if (Visitor(context, context.Request.Query["email"]) is { } contact)
        {
            Track(context, contact);
        }

        return Results.NoContent();
    }

    private async Task<IResult> TrackAsync(HttpContext context)
    {
        if (IsUser(context) || IsBot(context))
        {
            return Results.Json(new { success = 0 });
        }

        var fields = await FieldsAsync(context);
        var contact = Visitor(context, fields.GetValueOrDefault("email")) ?? store.Add();
        Track(context, contact);
        store.Note(contact, new("visit", fields.GetValueOrDefault("page_url") ?? "", fields, IsScored: true));
        return Results.Json(
            new
            {
                success = 1,
                id = contact.Id,
                sid = contact.Device,
                device_id = contact.Device,
                events = Array.Empty<string>(),
            }
        );
    }

    private async Task<IResult> SubmitAsync(HttpContext context)
    {
        var fields = await FieldsAsync(context);
        var id = fields.GetValueOrDefault("mauticform[formId]");
        var form = (configuration.GetValueOrDefault("forms") ?? []).FirstOrDefault(form =>
            form!["id"]!.ToString() == id && form["isPublished"]?.GetValue<bool>() != false
        );
        if (context.Request.Query["ajax"].ToString() is "" or "0")
        {
            return Results.Redirect("/form/message");
        }

        if (form is null || IsUser(context))
        {
            return Results.Json(new { success = 0, errorMessage = "The form is unavailable at this time." });
        }

        var given = fields
            .Where(field => field.Key.StartsWith("mauticform[", StringComparison.Ordinal))
            .ToDictionary(field => field.Key["mauticform[".Length..^1], field => field.Value, StringComparer.Ordinal);
        var missing = (form["fields"] as JsonArray ?? []).Where(field =>
            field!["isRequired"]?.GetValue<bool>() == true
            && string.IsNullOrEmpty(given.GetValueOrDefault(field["alias"]!.ToString()))
        );
        var errors = new JsonObject();
        foreach (var field in missing)
        {
            errors[field!["alias"]!.ToString()] = "This is required.";
        }

        if (errors.Count > 0)
        {
            return Results.Json(new JsonObject { ["success"] = 0, ["validationErrors"] = errors });
        }

        var contact = store.FindByDevice(DeviceOf(context)) ?? AsStranger(given);
        Track(context, contact);
        store.Write(contact, given);
        store.Note(contact, new("form", form["name"]!.ToString(), given, IsScored: true));
        return Results.Json(new { success = 1, results = given });
    }

    /// <summary>A visitor without a device is a new one, who is then found to be somebody.</summary>
    private FakeMauticContact AsStranger(Dictionary<string, string?> given)
    {
        var known = store.FindSame(given);
        var stranger = store.Add();
        return known is null ? stranger : store.MergeInto(stranger, known);
    }

    private IResult Look(HttpContext context, string kind, string name)
    {
        if (name.Contains("missing", StringComparison.Ordinal))
        {
            return Results.NotFound();
        }

        if (name.Contains("private", StringComparison.Ordinal))
        {
            return Results.Redirect("/s/login");
        }

        if (!IsUser(context) && Visitor(context, null) is { } contact)
        {
            store.Note(
                contact,
                new(kind, name, new Dictionary<string, string?>(StringComparer.Ordinal), IsScored: true)
            );
        }

        return name.Contains("remote", StringComparison.Ordinal)
            ? Results.Redirect("https://cdn.example/paper.pdf")
            : Results.Text("<html></html>", "text/html");
    }

    private FakeMauticContact? Visitor(HttpContext context, string? email)
    {
        if (IsBot(context))
        {
            return null;
        }

        var byAddress =
            store.IsEmailPubliclyUpdatable && !string.IsNullOrEmpty(email)
                ? store.FindSame(new Dictionary<string, string?>(StringComparer.Ordinal) { ["email"] = email })
                : null;
        return byAddress ?? store.FindByDevice(DeviceOf(context));
    }

    private static void Track(HttpContext context, FakeMauticContact contact)
    {
        var headers = context.Response.Headers;
        headers.Append(
            "Set-Cookie",
            $"mautic_device_id={contact.Device}; Max-Age=31536000; path=/; secure; SameSite=None"
        );
        headers.Append("Set-Cookie", $"mtc_id={contact.Id}; path=/; secure; SameSite=None");
    }

    private static string? DeviceOf(HttpContext context) => context.Request.Cookies["mautic_device_id"];

    private static bool IsUser(HttpContext context) => context.Request.Headers.Authorization.Count > 0;

    private static bool IsBot(HttpContext context) =>
        Bots.Any(bot => context.Request.Headers.UserAgent.ToString().Contains(bot, StringComparison.Ordinal));

    private static async Task<Dictionary<string, string?>> FieldsAsync(HttpContext context)
    {
        var fields = context.Request.Query.ToDictionary(
            field => field.Key,
            field => (string?)field.Value.ToString(),
            StringComparer.Ordinal
        );
        if (context.Request.HasFormContentType)
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync())
            {
                fields[name] = value.ToString();
            }
        }

        return fields;
    }
}
