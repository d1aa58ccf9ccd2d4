using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>Reads a workspace's <c>target</c>.</summary>
internal static class TargetReader
{
    public static TargetDefinition Read(RecordReader target)
    {
        var type = target.Get(TargetShape.Type, TargetType.Model);
        var use = target.Get(TargetShape.Use, type == TargetType.Model ? TargetUse.Read : TargetUse.Replay);
        var definition = new TargetDefinition(
            type,
            use,
            ReadConnection(target, type),
            ReadUrl(target, type),
            ReadIntegrity(target),
            target.TryGet(TargetShape.Leads, out var leads) ? ReadLeads(leads) : LeadMapping.None,
            target.TryGet(TargetShape.Signals, out var signals) ? [.. signals.Select(ReadSignal)] : [],
            target.TryGet(TargetShape.Outcome, out var outcome) ? ReadOutcome(outcome) : OutcomeMapping.None,
            ReadDiscipline(target),
            [.. target.Get(TargetShape.Options, []).Select(option => new TargetOption(option.Name, option.Value))]
        )
        {
            Places = TargetPlaces.Of(target.Place),
        };
        CheckUse(target, definition);
        return definition;
    }

    private static void CheckUse(RecordReader target, TargetDefinition definition)
    {
        if (definition.Use == TargetUse.Read && definition.Type is TargetType.Http or TargetType.Salesforce)
        {
            target.Place.Error(
                WorkspaceCodes.TargetUse,
                $"The configuration of {definition.Type} cannot be read; say `use: replay`."
            );
        }

        var replays = definition is { Use: TargetUse.Replay, Type: not (TargetType.Model or TargetType.Http) };
        if (replays && !target.Has(TargetShape.Leads))
        {
            target.Place.Error(
                WorkspaceCodes.TargetIncomplete,
                "A replay needs `lead`: the domain of its addresses and the property that carries the run's mark."
            );
        }

        if (replays && target.TryGet(TargetShape.Leads, out var leads))
        {
            RecordKey[] needed = [TargetShape.AddressDomain, TargetShape.RunField];
            foreach (var key in needed.Where(key => !leads.Has(key) && !leads.IsMisspelt(key)))
            {
                leads.Place.Error(
                    WorkspaceCodes.TargetIncomplete,
                    $"A replay needs {Quote.Code(key.Name)} here, {key.Shape.Noun}."
                );
            }
        }

        if (replays && definition.Outcome.Scores.IsEmpty && definition.Outcome.Stage is null)
        {
            target.Place.Error(
                WorkspaceCodes.TargetIncomplete,
                "A replay needs `outcome` with at least one of `scores` and `stage`: what is read back and compared."
            );
        }

        if (replays)
        {
            TargetConsistency.Check(target, definition);
        }
    }

    private static string? ReadConnection(RecordReader target, TargetType type)
    {
        var connection = target.Find(TargetShape.Connection);
        if (connection is null && type != TargetType.Model && !target.Has(TargetShape.Connection))
        {
            target.Place.Error(
                WorkspaceCodes.TargetIncomplete,
                "A target other than `model` needs `connection`: the name of the settings that hold its address and secrets."
            );
        }
        else if (connection is not null && !WorkspaceName.IsName(connection))
        {
            target
                .PlaceOf(TargetShape.Connection)
                .Error(
                    WorkspaceCodes.Name,
                    $"{Quote.Code(connection)} is no name of a connection; use lower-case letters, digits and dashes."
                );
        }

        return connection;
    }

    private static string? ReadUrl(RecordReader target, TargetType type)
    {
        if (target.Find(TargetShape.Url) is not { } url)
        {
            return null;
        }

        if (type != TargetType.Model)
        {
            target.KeyError(
                TargetShape.Url,
                WorkspaceCodes.TargetUse,
                "Only a model is fetched from `url`; the address of anything else belongs to its connection's settings."
            );
        }
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            target.PlaceOf(TargetShape.Url).Error(WorkspaceCodes.TargetUse, $"{Quote.Code(url)} is no https address.");
        }

        return url;
    }

    private static string? ReadIntegrity(RecordReader target)
    {
        if (target.Find(TargetShape.Integrity) is not { } integrity)
        {
            return null;
        }

        if (!Sha256Text.IsDigest(integrity))
        {
            target
                .PlaceOf(TargetShape.Integrity)
                .Error(
                    WorkspaceCodes.TargetUse,
                    "Expected `sha256:` and 64 lower-case hexadecimal digits; `sha256sum` prints the digits."
                );
        }

        return integrity;
    }

    private static string ReadDomain(RecordReader leads)
    {
        var domain = leads.Get(TargetShape.AddressDomain, "");
        if (MailProviders.Contains(domain))
        {
            leads
                .PlaceOf(TargetShape.AddressDomain)
                .Error(
                    WorkspaceCodes.ForeignAddress,
                    $"Addresses at {Quote.Code(domain)} may belong to somebody; use a subdomain of yours without a mail server, or a domain that ends in `.invalid`."
                );
        }

        return domain;
    }

    private static LeadMapping ReadLeads(RecordReader leads) =>
        new(
            leads.Get(TargetShape.AddressField, "email"),
            ReadDomain(leads),
            leads.Get(TargetShape.RunField, ""),
            Fields(leads.Get(TargetShape.LeadFields, [])),
            Constants(leads.Get(TargetShape.LeadConstants, []))
        );

    private static SignalMapping ReadSignal(RecordReader signal) =>
        new(
            signal.Get(TargetShape.SignalActivity, ""),
            signal.Get(TargetShape.SignalAs, default),
            signal.Get(TargetShape.SignalName, ""),
            Constants(signal.Get(TargetShape.SignalWhere, [])),
            Fields(signal.Get(TargetShape.SignalFields, [])),
            Constants(signal.Get(TargetShape.SignalConstants, []))
        );

    private static OutcomeMapping ReadOutcome(RecordReader outcome)
    {
        var scores = Fields(outcome.Get(TargetShape.Scores, []));
        return new(
            scores,
            Fields(outcome.Get(TargetShape.Labels, [])),
            outcome.Find(TargetShape.Grade),
            outcome.TryGet(TargetShape.Stage, out var stage) ? ReadValues(stage) : null,
            outcome.TryGet(TargetShape.Route, out var route) ? ReadValues(route) : null,
            outcome.TryGet(TargetShape.Expected, out var expected)
                ? expected
                : [.. scores.Select(score => score.Theirs)]
        );
    }

    private static ValueMapping ReadValues(RecordReader value) =>
        new(
            value.Get(TargetShape.ValueField, ""),
            // Written as theirs: ours.
            [
                .. value
                    .Get(TargetShape.Values, [])
                    .Select(entry => new FieldMapping(Ours: entry.Value, Theirs: entry.Name)),
            ],
            value.Shape.Keys.Contains(TargetShape.Order) ? value.Get(TargetShape.Order, []) : []
        );

    private static ReplayDiscipline ReadDiscipline(RecordReader target)
    {
        var otherwise = ReplayDiscipline.Default;
        var settle = target.TryGet(TargetShape.Settle, out var given) ? given : null;
        var budget = target.TryGet(TargetShape.Budget, out var calls) ? calls : null;
        var canary = target.TryGet(TargetShape.Canary, out var bird) ? bird : null;
        return new(
            Span(settle?.FindValue(TargetShape.Wait)),
            Span(settle?.FindValue(TargetShape.Every)) ?? otherwise.Every,
            (int)(settle?.Get(TargetShape.Unchanged, otherwise.Unchanged) ?? otherwise.Unchanged),
            Span(settle?.FindValue(TargetShape.Deadline)) ?? otherwise.Deadline,
            (int)(budget?.Get(TargetShape.CallsPerRun, otherwise.CallsPerRun) ?? otherwise.CallsPerRun),
            (int)(budget?.Get(TargetShape.CallsPerDay, otherwise.CallsPerDay) ?? otherwise.CallsPerDay),
            canary?.Find(TargetShape.CanaryLead),
            canary?.Find(TargetShape.CanaryScore),
            (int)target.Get(TargetShape.Confirm, otherwise.Confirm),
            target.Get(TargetShape.Times, otherwise.Times),
            target.Get(TargetShape.CleanUpBy, otherwise.CleanUp)
        );
    }

    private static TimeSpan? Span(Duration? duration) =>
        duration is { } given ? TimeSpan.FromMilliseconds(given.Milliseconds) : null;

    private static ImmutableArray<FieldMapping> Fields(ImmutableArray<Named<string>> entries) =>
        [.. entries.Select(entry => new FieldMapping(entry.Name, entry.Value))];

    private static ImmutableArray<FieldConstant> Constants(ImmutableArray<Named<string>> entries) =>
        [.. entries.Select(entry => new FieldConstant(entry.Name, entry.Value))];
}
