using HandlebarsDotNet;

namespace ScoreGuard.Reporting.Html;

/// <summary>The report's page. Templates and style are part of this assembly, so they are trusted.</summary>
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
        "outcomes",
        "target",
        "problems",
        "causes",
        "sales",
        "moves",
        "stages",
        "scores",
        "labels",
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
        var engine = TemplateFiles.Engine();
        foreach (var partial in Partials)
            engine.RegisterTemplate(partial, TemplateFiles.Read(partial + ".hbs"));

        var style = TemplateFiles.Read("report.css");
        var page = TemplateFiles
            .Read("page.hbs")
            .Replace("/*STYLE*/", style, StringComparison.Ordinal)
            .Replace("STYLE-HASH", TemplateFiles.Hash(style), StringComparison.Ordinal);
        return engine.Compile(new StringReader(page));
    }
}
