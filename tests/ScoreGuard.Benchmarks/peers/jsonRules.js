// node jsonRules.js LEADS OUTCOMES STEPS OUTCOMES COUNT: json-rules-engine runs the forty rules; plain code adds up what fired.
import { Engine } from 'json-rules-engine';
import { behaviour, behaviourFact } from './facts.js';
import { labelOf, serve } from './rounds.js';

const is = (fact, value) => ({ fact, operator: 'equal', value });
const oneOf = (fact, ...value) => ({ fact, operator: 'in', value });
const atLeast = (fact, value) => ({ fact, operator: 'greaterThanInclusive', value });
const atMost = (fact, value) => ({ fact, operator: 'lessThanInclusive', value });
const fit = [
  [is('seniority', 'c-level'), 25, 'persona'],
  [is('seniority', 'vp'), 20, 'persona'],
  [is('seniority', 'director'), 15, 'persona'],
  [is('seniority', 'manager'), 8, 'persona'],
  [oneOf('department', 'marketing', 'marketing operations', 'demand generation'), 12, 'persona'],
  [{ any: [is('seniority', 'student'), is('source', 'campus')] }, -30, 'fit'],
  [is('size', 'l'), 20, 'firm'],
  [is('size', 'm'), 12, 'firm'],
  [oneOf('industry', 'software', 'financial services', 'manufacturing'), 10, 'firm'],
  [oneOf('country', 'us', 'gb', 'de'), 10, 'firm'],
  [oneOf('country', 'fr', 'nl', 'ch', 'at'), 5, 'firm'],
  [atLeast('revenue', 50000000), 8, 'firm'],
  [{ all: [atLeast('budget', 10000), atMost('budget', 250000)] }, 8, 'fit'],
  [{ any: [oneOf('timeline', '0-3 months', '3-6 months'), atLeast('lastFundingAt', 1759276800000)] }, 7, 'fit'],
  [
    { any: [oneOf('emailDomain', 'freemail.example', 'inbox.example', 'webmail.example'), is('company', null)] },
    -10,
    'fit',
  ],
  [{ fact: 'email', operator: 'startsWith', value: 'test' }, -40, 'fit'],
  [is('customer', true), -15, 'fit'],
  [
    {
      all: [
        oneOf('size', 'm', 'l'),
        oneOf('country', 'us', 'gb', 'de'),
        oneOf('crm', 'salesforce', 'hubspot'),
        is('customer', false),
      ],
    },
    15,
    'fit',
  ],
];
const web = ['pricing', 'product', 'visit', 'long-visit'];
const engine = new Engine();
engine.addOperator('startsWith', (fact, value) => fact !== null && fact.startsWith(value));
for (const [when, points, group] of fit) {
  const conditions = when.all || when.any ? when : { all: [when] };
  engine.addRule({ conditions, event: { type: 'points', params: { group, points } } });
}
for (const rule of behaviour) {
  const fact = behaviourFact(rule);
  const group = web.includes(rule) ? 'web' : 'behaviour';
  engine.addRule({
    conditions: { all: [{ fact, operator: 'notEqual', value: 0 }] },
    event: { type: 'points', params: { group, fact } },
  });
}

await serve('json-rules-engine', async facts => {
  const { events } = await engine.run(facts);
  const sums = { persona: 0, firm: 0, fit: 0, web: 0, behaviour: 0 };
  for (const { params } of events) sums[params.group] += params.points ?? facts[params.fact];
  const fitScore = Math.min(Math.max(Math.min(sums.persona, 35) + Math.min(sums.firm, 40) + sums.fit, 0), 70);
  const behaviourScore = Math.max(Math.min(sums.web, 40) + sums.behaviour, 0);
  const total = fitScore + behaviourScore;
  return { fit: fitScore, behaviour: behaviourScore, total, label: labelOf(total) };
});
