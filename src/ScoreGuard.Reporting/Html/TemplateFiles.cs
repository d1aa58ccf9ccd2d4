using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;

namespace ScoreGuard.Reporting.Html;

/// <summary>Templates and styles of this assembly, and the engine that encodes every hole of theirs.</summary>
internal static class TemplateFiles
{
    /// <summary>A name that the view lacks is an error.</summary>
    public static IHandlebars Engine() =>
        Handlebars.Create(
            new HandlebarsConfiguration { TextEncoder = new HtmlText(), ThrowOnUnresolvedBindingExpression = true }
        );

    /// <param name="name">Below the folder of templates: <c>Pages/home.hbs</c>.</param>
    public static string Read(string name)
    {
        using var stream =
            typeof(TemplateFiles).Assembly.GetManifestResourceStream("Templates/" + name)
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>What a content security policy names a style element by, in Base64.</summary>
    public static string Hash(string style) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
}
