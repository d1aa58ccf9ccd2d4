using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;

namespace ScoreGuard.Reporting.Html;

/// <summary>The one place that knows the template engine. Templates and style are part of this assembly, so they are trusted.</summary>
/// <remarks>
/// Every hole is encoded, a name that the view lacks is an error. The style is the only raw part: it is put in before the
/// template is compiled, and the page's own policy allows just this style, by its hash, and no script at all.
/// </remarks>
internal static class PageTemplate
{
    private static readonly string[] Partials =
    [
        "verdict",
        "figures",
        "actions",
        "problems",
        "causes",
        "sales",
        "moves",
        "stages",
        "scores",
        "routes",
        "rules",
        "edits",
        "leads",
        "identity",
    ];

    private static readonly Lazy<HandlebarsTemplate<TextWriter, object, object>> Compiled = new(Compile);

    public static void Write(PageView page, TextWriter writer) => Compiled.Value(writer, page, null!);

    private static HandlebarsTemplate<TextWriter, object, object> Compile()
    {
        var engine = Handlebars.Create(
            new HandlebarsConfiguration { TextEncoder = new HtmlText(), ThrowOnUnresolvedBindingExpression = true }
        );
        foreach (var partial in Partials)
            engine.RegisterTemplate(partial, Read(partial + ".hbs"));

        var style = Read("report.css");
        var page = Read("page.hbs")
            .Replace("/*STYLE*/", style, StringComparison.Ordinal)
            .Replace("STYLE-HASH", Hash(style), StringComparison.Ordinal);
        return engine.Compile(new StringReader(page));
    }

    private static string Hash(string style) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

    private static string Read(string name)
    {
        using var stream =
            typeof(PageTemplate).Assembly.GetManifestResourceStream("Templates/" + name)
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
