using ScoreGuard.Domain;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Yaml;

/// <summary>What a plain scalar is: section 10.3.2 of YAML 1.2, so that <c>on</c> and <c>NO</c> are texts.</summary>
internal static class CoreSchema
{
    public static ScalarKind Resolve(string plain) =>
        plain switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
            ".nan" or ".NaN" or ".NAN" => ScalarKind.NotFinite,
            _ when IsInfinity(plain is ['-' or '+', ..] ? plain[1..] : plain) => ScalarKind.NotFinite,
            _ when NumberText.ReadCore(plain, out _) != NumberText.Reading.NoNumber => ScalarKind.Number,
            _ => ScalarKind.Text,
        };

    private static bool IsInfinity(string unsigned) => unsigned is ".inf" or ".Inf" or ".INF";
}
