using System.Diagnostics;
using System.Text.Json;

namespace ScoreGuard.Infra.Tests.Syntax;

/// <summary>Parses Bicep by <c>tests/tools/bicep/syntaxTree.js</c>.</summary>
public static class SyntaxTrees
{
    private static readonly string Tool = Path.Combine(Repository.Root, "tests", "tools", "bicep");

    /// <summary>The tree of each text, in the same order.</summary>
    /// <param name="files">Names, whose ending tells parameter files, and texts.</param>
    /// <exception cref="InvalidOperationException">Node.js or the grammar is not installed: <c>tests/run.sh</c> installs it.</exception>
    public static IReadOnlyList<SyntaxNode> Of(IReadOnlyList<(string Name, string Text)> files)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Tool, "syntaxTree.js")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Write(process.StandardInput, JsonSerializer.Serialize(files.Select(file => new[] { file.Name, file.Text })));
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"`npm ci --prefix {Tool}` first? {error.Result}");
        }

        using var json = JsonDocument.Parse(output.Result, new JsonDocumentOptions { MaxDepth = 512 });
        return [.. json.RootElement.EnumerateArray().Zip(files, (tree, file) => Node(tree, file.Text))];
    }

    private static void Write(StreamWriter input, string text)
    {
        try
        {
            input.Write(text);
            input.Close();
        }
        catch (IOException)
        {
            // A tool that dies before it has read everything says why on its error stream.
        }
    }

    private static SyntaxNode Node(JsonElement node, string text)
    {
        var (start, end) = (node[1].GetInt32(), node[2].GetInt32());
        return new SyntaxNode(
            node[0].GetString() ?? "",
            text[start..end],
            text.AsSpan(0, start).Count('\n') + 1,
            node[3].GetBoolean(),
            [.. node[4].EnumerateArray().Select(child => Node(child, text))]
        );
    }
}
