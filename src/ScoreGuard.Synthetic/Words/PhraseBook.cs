using System.Collections.Immutable;
using System.Text;
using Bogus;
using Bogus.Bson;

namespace ScoreGuard.Synthetic.Words;

/// <summary>Bogus's word lists and formats of one locale; what it lacks comes from its language, then from English.</summary>
internal sealed class PhraseBook(string locale)
{
    // Lists whose entries are formats: '#' is a digit, '?' a letter, "#{name}" another list.
    private static readonly ImmutableArray<string> Formats =
    [
        "building_number",
        "city",
        "name",
        "postcode",
        "secondary_address",
        "street_address",
        "street_name",
    ];

    private static readonly ImmutableArray<string> FirstNames =
    [
        "male_first_name",
        "female_first_name",
        "first_name_men",
        "first_name_women",
    ];

    private static readonly ImmutableArray<string> Titles = ["title/descriptor", "title/level", "title/job"];

    private readonly ImmutableArray<BObject> chain =
    [
        .. new[] { locale, locale.Split('_')[0], "en" }
            .Distinct(StringComparer.Ordinal)
            .Where(name => Database.GetAllLocales().Contains(name, StringComparer.Ordinal))
            .Select(Database.GetLocale),
    ];

    /// <summary>Everything that a list of Bogus can give: <c>name.last_name</c>, <c>address.city</c>.</summary>
    public Phrase List(string category, string name)
    {
        var entries = Find(category, name);
        return Formats.Contains(name, StringComparer.Ordinal)
            ? Ways(category, entries)
            : new([
                [new Phrase.Word(new WordList(entries))],
            ]);
    }

    /// <summary>A format in the notation of Bogus: <c>#{Name.first_name} #{Name.last_name}</c>.</summary>
    public Phrase Format(string category, params string[] formats) => Ways(category, formats);

    /// <summary>Job titles of the first locale that has any, with its own levels if it has them.</summary>
    public Phrase JobTitles()
    {
        var data = chain.First(data => Texts(data, "name", "title/job").Count > 0);
        return new([
            [
                .. Titles
                    .Select(list => Texts(data, "name", list))
                    .Where(words => words.Count > 0)
                    .SelectMany<List<string>, Phrase.Part>(
                        (words, place) =>
                            place == 0
                                ? [new Phrase.Word(new WordList(words))]
                                : [new Phrase.Fixed([(byte)' ']), new Phrase.Word(new WordList(words))]
                    ),
            ],
        ]);
    }

    private bool Has(string category, string name) => Find(category, name).Count > 0;

    private Phrase Ways(string category, IEnumerable<string> formats) =>
        new([.. formats.Select(format => Way(category, format)).Where(way => !way.IsDefault)]);

    private ImmutableArray<Phrase.Part> Way(string category, string format)
    {
        var parts = ImmutableArray.CreateBuilder<Phrase.Part>();
        var text = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] == '#' && at + 1 < format.Length && format[at + 1] == '{')
            {
                var end = format.IndexOf('}', at);
                var name = format[(at + 2)..end].Split('.');
                var from = name.Length == 2 ? name[0].ToLowerInvariant() : category;
                if (!Has(from, name[^1]))
                {
                    return default;
                }

                Flush();
                parts.Add(new Phrase.Nested(List(from, name[^1])));
                at = end;
            }
            else if (format[at] is '#' or '?')
            {
                Flush();
                parts.Add(format[at] == '#' ? Phrase.Sign.Digit : Phrase.Sign.Letter);
            }
            else
            {
                text.Append(format[at]);
            }
        }

        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new Phrase.Fixed(Encoding.UTF8.GetBytes($"{text}")));
                text.Clear();
            }
        }
    }

    private List<string> Find(string category, string name)
    {
        foreach (var data in chain)
        {
            var found = Texts(data, category, name);
            if (found.Count == 0 && string.Equals(name, "first_name", StringComparison.Ordinal))
            {
                found = [.. FirstNames.SelectMany(list => Texts(data, category, list))];
            }

            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static List<string> Texts(BObject data, string category, string name)
    {
        BValue? node = data;
        foreach (var key in new[] { category }.Concat(name.Split('/')))
        {
            node = node is BObject parent && parent.ContainsKey(key) ? parent[key] : null;
        }

        return node switch
        {
            BArray array =>
            [
                .. Enumerable.Range(0, array.Count).Select(place => array[place].StringValue).OfType<string>(),
            ],
            _ => [],
        };
    }
}
