using System.Text.Json;

namespace ScoreGuard.Functions.Access;

/// <summary>Who the platform signed in, as App Service authentication tells it. Anybody can send that header where it is off.</summary>
internal static class PlatformPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>The app role that may order runs and decide; everybody else who is signed in may read.</summary>
    public const string OperatorRole = "ScoreGuard.Operator";

    public static Caller Read(string header)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(header));
            var root = document.RootElement;
            var nameType = root.GetProperty("name_typ").GetString();
            var roleType = root.GetProperty("role_typ").GetString();
            string? name = null;
            var level = Level.Read;
            foreach (var claim in root.GetProperty("claims").EnumerateArray())
            {
                var type = claim.GetProperty("typ").GetString();
                var value = claim.GetProperty("val").GetString();
                if (type == nameType)
                {
                    name ??= value;
                }

                if ((type == roleType || type == "roles") && value == OperatorRole)
                {
                    level = Level.Operate;
                }
            }

            return string.IsNullOrEmpty(name) ? Caller.Nobody : new(level, name);
        }
        catch (Exception wrong)
            when (wrong is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Caller.Nobody;
        }
    }
}
