using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;

namespace ScoreGuard.Testing.SeededDefects;

/// <summary>Each of the ten failure modes that users of scoring platforms report, as an edit of a sample's model.</summary>
public static class KnownDefects
{
    public static readonly SeededDefect[] All =
    [
        new(
            1,
            "Two automations race for the owner: the order of the routing rules decides, and nobody meant it to.",
            "gitlab",
            """
                - { id: keep-owner, when: { visits.MQL: '>= 2' }, to: Current owner }
                - { id: amer, when: { region: AMER }, to: AMER round robin }
                - { id: emea, when: { region: EMEA }, to: EMEA round robin }
                - { id: apac, when: { region: APAC }, to: APAC round robin }
                - { id: latam, when: { region: LATAM }, to: LATAM round robin }

            """,
            """
                - { id: amer, when: { region: AMER }, to: AMER round robin }
                - { id: emea, when: { region: EMEA }, to: EMEA round robin }
                - { id: apac, when: { region: APAC }, to: APAC round robin }
                - { id: latam, when: { region: LATAM }, to: LATAM round robin }
                - { id: keep-owner, when: { visits.MQL: '>= 2' }, to: Current owner }

            """,
            EditKind.Changed,
            EditArea.Routing,
            "keep-owner",
            "Routing rule keep-owner now stands after latam, stood first.",
            "second-enquiry",
            ChangeKind.Routing
        ),
        new(
            2,
            "A form sent twice scores twice, since the limit is gone.",
            "gitlab",
            "points: 100, limit: { times: 1, per: 1d }, note: 'Inbound: +100, 1/day'",
            "points: 100, note: 'Inbound: +100, 1/day'",
            EditKind.Changed,
            EditArea.Rule,
            "inbound-contact",
            "Rule inbound-contact (Inbound: +100, 1/day): limit once per 1 day → none.",
            "contact-twice-a-day",
            ChangeKind.GradeOrLabel
        ),
        new(
            3,
            "A lower threshold holds for everybody at once and floods Sales.",
            "gitlab",
            "{ id: mql, from: [Raw, Inquiry], to: MQL, when: { score.person: '>= 100'",
            "{ id: mql, from: [Raw, Inquiry], to: MQL, when: { score.person: '>= 70'",
            EditKind.Changed,
            EditArea.Transition,
            "mql",
            "Transition mql needs score person at least 70, was at least 100.",
            "unsubscribes",
            ChangeKind.SalesGained
        ),
        new(
            4,
            "Decay is switched off and nothing says so.",
            "gitlab",
            "{ id: idle-30, on: idle",
            "{ id: idle-30, enabled: false, on: idle",
            EditKind.Changed,
            EditArea.Rule,
            "idle-30",
            "Rule idle-30 (No activity in 30 days: -10, 1/month): enabled yes → no.",
            "propensity-five",
            ChangeKind.Score
        ),
        new(
            4,
            "Decay hits the wrong people: those whom nobody ever scored fall below zero, and further.",
            "marketo",
            "when: { score.total: { between: [0, 30] } }",
            "when: { score.total: '<= 30' }",
            EditKind.Changed,
            EditArea.Rule,
            "idle-cool",
            "Rule idle-cool (No activity in one month, score 0 to 30: -5) needs score total at most 30, was between 0 and 30.",
            "below-zero-at-idle",
            ChangeKind.Score
        ),
        new(
            5,
            "Recycled leads are stuck: no way leads back to Sales.",
            "gitlab",
            "{ id: re-mql, from: Recycle",
            "{ id: re-mql, from: Inquiry",
            EditKind.Changed,
            EditArea.Transition,
            "re-mql",
            "Transition re-mql: from Recycle → Inquiry.",
            "second-enquiry",
            ChangeKind.Routing
        ),
        new(
            5,
            "Leads stay at the high-water mark though their score has fallen.",
            "relias",
            "    - { id: no-longer-engaged, from: MEL, to: MNL, when: { score.total: '< 70' } }\n",
            "",
            EditKind.Removed,
            EditArea.Transition,
            "no-longer-engaged",
            "Transition no-longer-engaged was removed: from MEL; to MNL; when score total below 70.",
            "falls-back",
            ChangeKind.Stage
        ),
        new(
            6,
            "A form begins to send \"Germany\" where the rules expect DE.",
            "gitlab",
            "DE: [Germany, Deutschland, DEU]",
            "DE: [DEU]",
            EditKind.Changed,
            EditArea.Field,
            "country",
            "Field country: synonyms removed Germany for DE, Deutschland for DE.",
            "re-mql-after-recycle",
            ChangeKind.Routing
        ),
        new(
            7,
            "A rule runs once for each person for ever: the second enquiry is missed.",
            "gitlab",
            "points: 100, limit: { times: 1, per: 1d }, note: 'Inbound: +100, 1/day'",
            "points: 100, once: true, note: 'Inbound: +100, 1/day'",
            EditKind.Changed,
            EditArea.Rule,
            "inbound-contact",
            "Rule inbound-contact (Inbound: +100, 1/day): limit once per 1 day → once ever.",
            "second-enquiry",
            ChangeKind.Routing
        ),
        new(
            8,
            "Security scanners open every link, and clicks have become worth something.",
            "relias",
            "{ id: email-click, on: email_click, points: 1,",
            "{ id: email-click, on: email_click, points: 10,",
            EditKind.Changed,
            EditArea.Rule,
            "email-click",
            "Rule email-click (Email clicks: 1): points 1 → 10.",
            "scanned-mail",
            ChangeKind.SalesGained
        ),
        new(
            9,
            "Merging duplicates sums one score and keeps the other.",
            "gitlab",
            "      - { id: nightly-floor,",
            "      - { id: merge-sums, on: lead_merged, multiply: 2 }\n      - { id: nightly-floor,",
            EditKind.Added,
            EditArea.Rule,
            "merge-sums",
            "Rule merge-sums was added to behaviour: score times 2 on lead_merged.",
            "merged",
            ChangeKind.SalesGained
        ),
        new(
            10,
            "The platform stops counting behaviour, without an error.",
            "gitlab",
            "person: { sum: { behaviour: 1, demographic: 1 } }",
            "person: { sum: { demographic: 1 } }",
            EditKind.Changed,
            EditArea.Dimension,
            "person",
            "Score person: sum of removed behaviour.",
            "owner-changes-restart-the-clock",
            ChangeKind.SalesLost
        ),
    ];
}
