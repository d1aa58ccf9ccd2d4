using System.Collections.Concurrent;
using System.Text;
using HandlebarsDotNet;
using ScoreGuard.Reporting.Html;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The templates of mails: HTML with every hole encoded, and plain text from the same view.</summary>
internal static class MailTemplate
{
    private static readonly string[] HtmlParts = ["head", "verdict", "bars", "actions", "page", "table", "foot"];
    private static readonly string[] TextParts = ["verdict", "bars", "actions", "page", "table", "foot"];

    private static readonly Lazy<IHandlebars> HtmlEngine = new(() => Engine(new HtmlText(), ".hbs", HtmlParts));
    private static readonly Lazy<IHandlebars> TextEngine = new(() => Engine(new PlainText(), ".txt.hbs", TextParts));

    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Compiled = new(
        StringComparer.Ordinal
    );

    public static string Html(string name, object view) =>
        Compiled.GetOrAdd(name + ".hbs", file => HtmlEngine.Value.Compile(Read(file)))(view);

    public static string Text(string name, object view) =>
        Compiled.GetOrAdd(name + ".txt.hbs", file => TextEngine.Value.Compile(Read(file)))(view).Trim() + "\n";

    private static IHandlebars Engine(ITextEncoder encoder, string end, string[] parts)
    {
        var engine = Handlebars.Create(
            new HandlebarsConfiguration { TextEncoder = encoder, ThrowOnUnresolvedBindingExpression = true }
        );
        foreach (var part in parts)
            engine.RegisterTemplate(part, Read(part + end));
        return engine;
    }

    private static string Read(string name)
    {
        using var stream =
            typeof(MailTemplate).Assembly.GetManifestResourceStream("Templates/Mail/" + name)
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
