using System.Collections.Immutable;
using System.Diagnostics;
using Bogus;
using ScoreGuard.Synthetic;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Benchmarks;

/// <summary>Synthetic leads of 20 attributes, written as JSON Lines, against <c>Faker&lt;T&gt;</c> with 20 equivalent rules, which only makes objects.</summary>
/// <remarks>On one core, in one run, by turns; medians of five.</remarks>
public static class SyntheticBenchmark
{
    private const int Rounds = 5;
    private const int Leads = 200_000;
    private const int FakerLeads = 20_000;

    public static void Run(TextWriter to)
    {
        var generator = new LeadGenerator(Plan());
        var faker = Rules();
        var ours = new double[Rounds];
        var theirs = new double[Rounds];
        var sink = new CountingSink();
        generator.WriteRange(1, Leads, sink);
        faker.Generate(FakerLeads);
        for (var round = 0; round < Rounds; round++)
        {
            theirs[round] = LeadsPerSecond(FakerLeads, () => faker.Generate(FakerLeads));
            ours[round] = LeadsPerSecond(Leads, () => generator.WriteRange(1, Leads, sink));
        }

        Array.Sort(ours);
        Array.Sort(theirs);
        var (our, their) = (ours[Rounds / 2], theirs[Rounds / 2]);
        to.WriteLine($"synthetic leads, 20 attributes, one core, medians of {Rounds}");
        to.WriteLine($"  Faker<T>, objects     {their, 12:N0} leads/s");
        to.WriteLine($"  lead plan, JSON Lines {our, 12:N0} leads/s  {our / their:N1} times");
    }

    private static double LeadsPerSecond(int leads, Action make)
    {
        var started = Stopwatch.GetTimestamp();
        make();
        return leads / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static LeadPlan Plan()
    {
        Timing.Relative recent = new(-120 * 86_400, 0, new TimeAnchor.AsOf());
        return new(
            "benchmark",
            Seed: 42,
            Count: Leads,
            new(1_773_100_800_000),
            Pinned: null,
            [
                new(
                    "lead",
                    Share: 1,
                    [new(Locales.Find("en_US")!, 1)],
                    recent,
                    [
                        Fake("firstName", FakeKind.FirstName),
                        Fake("lastName", FakeKind.LastName),
                        Value("fullName", new ValuePlan.Filled(new([Of("firstName"), Is(" "), Of("lastName")]))),
                        Value(
                            "email",
                            new ValuePlan.Email(
                                new([Of("firstName"), Is("."), Of("lastName")]),
                                new([Of("company"), Is(".example")])
                            )
                        ),
                        Fake("company", FakeKind.Company),
                        Fake("jobTitle", FakeKind.JobTitle),
                        Fake("city", FakeKind.City),
                        Fake("state", FakeKind.State),
                        Fake("street", FakeKind.Street),
                        Fake("postcode", FakeKind.Postcode),
                        Fake("country", FakeKind.Country),
                        Fake("phone", FakeKind.Phone),
                        Pick("industry", "Software", "Manufacturing", "Retail", "Health", "Finance"),
                        Pick("source", "Web", "Event", "Partner", "Ads"),
                        Pick("department", "Marketing", "IT", "Finance", "Sales"),
                        Pick("language", "en", "de", "fr"),
                        Value("employees", new ValuePlan.Number(1, 20_000, 0, Spread.Low)),
                        Value("revenue", new ValuePlan.Number(0, 100_000_000, 0, Spread.Even)),
                        Value(
                            "optedIn",
                            new ValuePlan.Choice([
                                new(new ValuePlan.Literal("true"), 1),
                                new(new ValuePlan.Literal("false"), 1),
                            ])
                        ),
                        Value("lastSeen", new ValuePlan.Date(recent, [new(DateForm.Instant, 1)])),
                    ],
                    []
                ),
            ],
            Hash: ""
        );

        static AttributePlan Value(string name, ValuePlan value) => new(name, value, Dirt.None);
        static AttributePlan Fake(string name, FakeKind kind) =>
            Value(name, new ValuePlan.Fake(kind, Locale: null, []));
        static AttributePlan Pick(string name, params ImmutableArray<string> options) =>
            Value(
                name,
                new ValuePlan.Choice([
                    .. options.Select(option => new Weighted<ValuePlan>(new ValuePlan.Text(option), 1)),
                ])
            );
        static Template.Part.Reference Of(string name) => new(name);
        static Template.Part.Literal Is(string text) => new(text);
    }

    private static Faker<FakerLead> Rules()
    {
        var asOf = new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc);
        return new Faker<FakerLead>("en_US")
            .UseSeed(42)
            .RuleFor(lead => lead.FirstName, fake => fake.Name.FirstName())
            .RuleFor(lead => lead.LastName, fake => fake.Name.LastName())
            .RuleFor(lead => lead.FullName, (_, lead) => $"{lead.FirstName} {lead.LastName}")
            .RuleFor(
                lead => lead.Email,
                (fake, lead) => fake.Internet.Email(lead.FirstName, lead.LastName, "a.example")
            )
            .RuleFor(lead => lead.Company, fake => fake.Company.CompanyName())
            .RuleFor(lead => lead.JobTitle, fake => fake.Name.JobTitle())
            .RuleFor(lead => lead.City, fake => fake.Address.City())
            .RuleFor(lead => lead.State, fake => fake.Address.State())
            .RuleFor(lead => lead.Street, fake => fake.Address.StreetAddress())
            .RuleFor(lead => lead.Postcode, fake => fake.Address.ZipCode())
            .RuleFor(lead => lead.Country, fake => fake.Address.CountryCode())
            .RuleFor(lead => lead.Phone, fake => fake.Phone.PhoneNumber("+1 202 555 01##"))
            .RuleFor(
                lead => lead.Industry,
                fake => fake.PickRandom("Software", "Manufacturing", "Retail", "Health", "Finance")
            )
            .RuleFor(lead => lead.Source, fake => fake.PickRandom("Web", "Event", "Partner", "Ads"))
            .RuleFor(lead => lead.Department, fake => fake.PickRandom("Marketing", "IT", "Finance", "Sales"))
            .RuleFor(lead => lead.Language, fake => fake.PickRandom("en", "de", "fr"))
            .RuleFor(lead => lead.Employees, fake => fake.Random.Int(1, 20_000))
            .RuleFor(lead => lead.Revenue, fake => fake.Random.Int(0, 100_000_000))
            .RuleFor(lead => lead.OptedIn, fake => fake.Random.Bool())
            .RuleFor(lead => lead.LastSeen, fake => fake.Date.Recent(120, asOf));
    }

    private sealed class FakerLead
    {
        public string FirstName { get; set; } = "";
        public string LastName { get; set; } = "";
        public string FullName { get; set; } = "";
        public string Email { get; set; } = "";
        public string Company { get; set; } = "";
        public string JobTitle { get; set; } = "";
        public string City { get; set; } = "";
        public string State { get; set; } = "";
        public string Street { get; set; } = "";
        public string Postcode { get; set; } = "";
        public string Country { get; set; } = "";
        public string Phone { get; set; } = "";
        public string Industry { get; set; } = "";
        public string Source { get; set; } = "";
        public string Department { get; set; } = "";
        public string Language { get; set; } = "";
        public int Employees { get; set; }
        public int Revenue { get; set; }
        public bool OptedIn { get; set; }
        public DateTime LastSeen { get; set; }
    }

    /// <summary>Takes bytes and forgets them.</summary>
    private sealed class CountingSink : System.Buffers.IBufferWriter<byte>
    {
        private byte[] room = new byte[65_536];

        public void Advance(int count) { }

        public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

        private byte[] Room(int atLeast) => room = atLeast > room.Length ? new byte[atLeast] : room;
    }
}
