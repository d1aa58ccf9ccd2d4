using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Stages, transitions, routing, calendars and SLAs.</summary>
internal sealed class LifecycleMaker(Dice dice, Grid grid, Vocabulary vocabulary, CriteriaMaker criteria)
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "UTC",
    ];

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public JsonObject Lifecycle()
    {
        var transitions = new JsonArray();
        for (var i = dice.Between(0, 6); i > 0; i--)
            transitions.Add(Transition());
        var lifecycle = new JsonObject
        {
            ["start"] = dice.Chance(80) ? vocabulary.Stages[0] : dice.Pick(vocabulary.Stages),
            ["stages"] = CriteriaMaker.Strings(vocabulary.Stages),
        };
        if (transitions.Count > 0 || dice.Chance(50))
            lifecycle["transitions"] = transitions;
        return lifecycle;
    }

    public JsonObject Routing()
    {
        var rules = new JsonArray();
        for (var i = dice.Between(0, 3); i > 0; i--)
        {
            var rule = new JsonObject { ["id"] = "route" + i };
            if (dice.Chance(75))
                rule["when"] = criteria.Criteria(readsScores: true);
            rule["to"] = dice.Pick("North", "South <b>", "Größe \"XL\"");
            if (dice.Chance(50))
                rule["alert"] = grid.Duration();
            rules.Add(rule);
        }
        var routing = new JsonObject { ["on"] = CriteriaMaker.Strings(dice.Some(vocabulary.Stages, 1, 3)) };
        if (rules.Count > 0 || dice.Chance(50))
            routing["rules"] = rules;
        if (dice.Chance(60))
            routing["default"] = "Pool";
        return routing;
    }

    public JsonObject Calendar()
    {
        var (from, to) = dice.Pick(
            ("09:00", "17:00"),
            ("00:00", "24:00"),
            ("01:00", "03:00"),
            ("02:15", "02:45"),
            ("22:00", "24:00"),
            ("00:00", "00:30"),
            ("08:30", "12:00")
        );
        return new()
        {
            ["timezone"] = dice.Pick(Zones),
            ["days"] = CriteriaMaker.Strings(dice.Some(Weekdays, 1, 7)),
            ["from"] = from,
            ["to"] = to,
        };
    }

    public JsonArray Slas(string[] calendars)
    {
        var slas = new JsonArray();
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            var sla = new JsonObject { ["id"] = "sla" + i, ["stage"] = dice.Pick(vocabulary.Stages) };
            if (calendars.Length > 0 && dice.Chance(65))
            {
                // Short enough for the smallest calendar, half an hour a week.
                sla["within"] = dice.Pick("5m", "30m", "1h", "2h", "150m", "8h");
                sla["calendar"] = dice.Pick(calendars);
            }
            else
            {
                sla["within"] = grid.Duration();
            }
            if (dice.Chance(35))
                sla["when"] = criteria.Criteria(readsScores: true);
            if (dice.Chance(40))
                sla["restart"] = CriteriaMaker.Strings(dice.Some(Vocabulary.Types, 1, 2));
            slas.Add(sla);
        }
        return slas;
    }

    private JsonObject Transition()
    {
        var transition = new JsonObject
        {
            ["id"] = vocabulary.NextId("t"),
            ["from"] = dice.Between(0, 5) switch
            {
                0 or 1 => "any",
                2 or 3 => CriteriaMaker.Strings(dice.Some(vocabulary.Stages, 1, 3)),
                _ => dice.Pick(vocabulary.Stages),
            },
            ["to"] = dice.Pick(vocabulary.Stages),
        };
        if (dice.Chance(45))
        {
            transition["on"] = criteria.Types();
            if (dice.Chance(35))
                transition["where"] = criteria.Wheres.Where();
        }
        if (dice.Chance(35))
            transition["after"] = grid.Duration();
        // Without any condition a transition soon goes round in circles, which is wanted, but not always.
        if (dice.Chance(transition.Count > 3 ? 45 : 92))
            transition["when"] = criteria.Criteria(readsScores: true);
        if (vocabulary.LedgerDimensions.Count > 0 && dice.Chance(25))
            transition["reset"] = CriteriaMaker.Strings(dice.Some(vocabulary.LedgerDimensions, 1, 2));
        return transition;
    }
}
