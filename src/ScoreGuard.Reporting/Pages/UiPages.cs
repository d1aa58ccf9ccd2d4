using System.Collections.Concurrent;
using HandlebarsDotNet;
using ScoreGuard.Reporting.Html;

namespace ScoreGuard.Reporting.Pages;

/// <summary>The pages for people. Templates and style are part of this assembly; every hole of a template is encoded.</summary>
public static class UiPages
{
    private static readonly string[] Partials =
    [
        "head",
        "foot",
        "sign",
        "moment",
        "trend",
        "under-way-lines",
        "order",
        "decide",
        "cause",
    ];

    private static readonly string Style = TemplateFiles.Read("report.css") + TemplateFiles.Read("Pages/pages.css");

    private static readonly Lazy<IHandlebars> Engine = new(Prepare);

    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Compiled = new(
        StringComparer.Ordinal
    );

    /// <summary>What a content security policy lets the pages' one style element in by.</summary>
    public static string StyleSource { get; } = $"'sha256-{TemplateFiles.Hash(Style)}'";

    public static string Of(HomeView view) => Render("home", view);

    public static string Of(WorkspaceView view) => Render("workspace", view);

    public static string Of(RunPageView view) => Render("run", view);

    public static string Of(UnderWayView view) => Render("under-way", view);

    public static string Of(SignInView view) => Render("sign-in", view);

    public static string Of(MessageView view) => Render("message", view);

    private static string Render(string name, object view) =>
        Compiled.GetOrAdd(name, static name => Engine.Value.Compile(TemplateFiles.Read($"Pages/{name}.hbs")))(view);

    private static IHandlebars Prepare()
    {
        var engine = TemplateFiles.Engine();
        foreach (var partial in Partials)
        {
            // A line's end after an inline part would be read as a space.
            var template = TemplateFiles.Read($"Pages/{partial}.hbs").TrimEnd();
            engine.RegisterTemplate(partial, template.Replace("/*STYLE*/", Style, StringComparison.Ordinal));
        }

        // What the report looks like is told once.
        engine.RegisterTemplate("figures", TemplateFiles.Read("figures.hbs"));
        engine.RegisterTemplate("problems", TemplateFiles.Read("problems.hbs"));
        return engine;
    }
}
