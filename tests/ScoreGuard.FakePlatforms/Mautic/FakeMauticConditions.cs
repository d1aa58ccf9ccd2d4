using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>What a list of contacts is asked for: conditions on columns, and the search.</summary>
internal static class FakeMauticConditions
{
    /// <summary>Null: the database fails, as on a column that it does not have.</summary>
    public static Func<FakeMauticContact, bool>? Read(IQueryCollection query, FakeMauticStore store)
    {
        var search = query["search"].ToString();
        if (search.StartsWith("ids:", StringComparison.Ordinal))
        {
            var ids = search["ids:".Length..].Split(',').ToHashSet(StringComparer.Ordinal);
            return contact => ids.Contains($"{contact.Id}");
        }

        if (search.Length > 0)
        {
            return null;
        }

        var column = query["where[0][col]"].ToString();
        if (column.Length == 0)
        {
            return _ => true;
        }

        var value = query["where[0][val]"].ToString();
        if (!store.Fields.Contains(column))
        {
            return null;
        }

        return query["where[0][expr]"].ToString() switch
        {
            "eq" => contact => Same(contact.Fields.GetValueOrDefault(column), value),
            "in" => contact => value.Split(',').Any(one => Same(contact.Fields.GetValueOrDefault(column), one)),
            "isNotNull" => contact => contact.Fields.GetValueOrDefault(column) is not null,
            _ => null,
        };
    }

    private static bool Same(string? has, string asked) =>
        string.Equals(has, asked, StringComparison.OrdinalIgnoreCase);
}
