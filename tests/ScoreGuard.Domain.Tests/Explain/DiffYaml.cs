namespace ScoreGuard.Domain.Tests.Explain;

/// <summary>The model whose edits the sentence tables tell.</summary>
internal static class DiffYaml
{
    public const string Acme = """
        scoreguard: 1
        name: Acme B2B
        fields:
          country: { type: text, synonyms: { DE: [Germany, Deutschland], US: [USA] } }
          employees: { type: number }
          jobTitle: { type: text }
          seniority: { type: text, from: jobTitle, patterns: [{ match: chief, value: C-Level }, { match: vp, value: VP }] }
          size: { type: text, from: employees, bands: [{ below: 50, value: S }, { value: L }] }
          zip: { type: text }
        lists:
          dach: [DE, AT]
        segments:
          target: { size: L, country: { in: dach } }
        scores:
          fit:
            max: 70
            groups: { persona: { max: 40 } }
            rules:
              - { id: decision-maker, when: { seniority: [C-Level, VP] }, points: 25, group: persona }
              - { id: target-account, when: { segment: target }, points: 20 }
              - { id: retired, when: { zip: '01234' }, points: 3, enabled: false }
          behaviour:
            rules:
              - { id: demo, on: form_submit, where: { form: demo }, points: 100, limit: { times: 1, per: 1d } }
              - { id: pricing, on: web_visit, where: { page: { startsWith: /pricing } }, count: { atLeast: 2, within: 7d }, points: 8, decay: { percent: 25, every: 30d } }
              - { id: idle, on: idle, after: 30d, every: 30d, points: -10 }
              - { id: floor, on: midnight, when: { score.behaviour: '< 0' }, set: 0 }
          total: { sum: { fit: 1, behaviour: 1 } }
        labels: { total: { cold: ~, hot: 80 } }
        grade: { rows: { score: fit, bands: { A: 50, B: ~ } }, columns: { score: behaviour, bands: { 1: 60, 2: ~ } } }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL, Accepted, Recycle]
          transitions:
            - { id: mql, from: Inquiry, to: MQL, when: { score.total: '>= 90', score.behaviour: '> 0' } }
            - { id: accept, from: MQL, to: Accepted, on: sales_accept }
            - { id: recycle, from: [MQL, Accepted], to: Recycle, after: 20d, reset: [behaviour] }
        routing:
          on: [MQL]
          rules:
            - { id: enterprise, when: { country: DE, size: L }, to: Enterprise DACH, alert: 5m }
            - { id: hot, when: { label.total: hot }, to: Inside sales }
          default: SDR pool
        calendars: { business: { timezone: Europe/Berlin, days: [mon, tue], from: '09:00', to: '17:00' } }
        sla:
          - { id: first-touch, stage: MQL, within: 2h, calendar: business }

        """;
}
