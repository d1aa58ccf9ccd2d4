// What the peers are given instead of leads and time, worked out before any clock starts: a lead's final attributes
// (changes applied, trimmed, lower case, synonyms, derived fields) and, as these engines have no notion of time, the
// aged points of each behaviour rule, taken from the outcomes. So a peer is spared reading, the clock, windows, limits,
// ageing, stages, routing and SLAs; it does the forty conditions, the sums, groups, clamps and labels, once a lead.
import { readFileSync } from 'node:fs';

const synonyms = {
  usa: 'us', 'united states': 'us', 'united states of america': 'us',
  uk: 'gb', 'united kingdom': 'gb', 'great britain': 'gb',
  germany: 'de', deutschland: 'de', france: 'fr', netherlands: 'nl', 'the netherlands': 'nl',
  switzerland: 'ch', schweiz: 'ch', austria: 'at', österreich: 'at',
};
const ranks = [
  [/\b(student|intern|trainee)\b/, 'student'],
  [/\b(vp|svp|vice president)\b/, 'vp'],
  [/\b(chief|c[efimtr]o|founder)\b/, 'c-level'],
  [/\b(director|head of)\b/, 'director'],
  [/\b(manager|lead)\b/, 'manager'],
];
const texts = [
  'email', 'emailDomain', 'jobTitle', 'department', 'company', 'industry', 'country', 'region', 'language', 'source',
  'timeline', 'crm',
];
const numbers = ['employees', 'revenue', 'budget'];
const behaviour = [
  'demo-request', 'contact-sales', 'content', 'newsletter', 'pricing', 'product', 'careers', 'visit', 'long-visit',
  'open', 'click', 'nurture-click', 'webinar-registered', 'webinar', 'event', 'two-channels', 'trial', 'trial-active',
  'chat', 'new-role', 'idle-30', 'unsubscribed',
];

export const behaviourFact = rule => 'points_' + rule.replaceAll('-', '_');
export { behaviour };

/** The facts of each lead, and the scores that its outcome has. */
export function readFacts(leadsPath, outcomesPath) {
  const lines = path => readFileSync(path, 'utf8').split('\n').filter(line => line);
  const outcomes = lines(outcomesPath);
  return lines(leadsPath).map((line, index) => {
    const outcome = JSON.parse(outcomes[index]);
    return { facts: factsOf(JSON.parse(line), outcome), expected: { ...outcome.scores, label: outcome.labels.total } };
  });
}

function factsOf(lead, outcome) {
  const given = { ...lead.attributes };
  const changes = lead.activities.filter(activity => activity.type === 'attribute_change');
  changes.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
  changes.forEach(change => Object.assign(given, change.properties));
  const facts = {};
  for (const field of texts) facts[field] = text(given[field]);
  for (const field of numbers) facts[field] = number(given[field]);
  facts.country = synonyms[facts.country] ?? facts.country;
  facts.seniority = facts.jobTitle === null ? null : (ranks.find(([rank]) => rank.test(facts.jobTitle))?.[1] ?? null);
  const staff = facts.employees;
  facts.size = staff === null ? null : staff < 50 ? 's' : staff < 1000 ? 'm' : 'l';
  facts.customer = given.customer ?? null;
  facts.lastFundingAt = text(given.lastFundingAt) === null ? null : Date.parse(given.lastFundingAt.trim());
  for (const rule of behaviour) facts[behaviourFact(rule)] = outcome.rules?.[rule] ?? 0;
  return facts;
}

function text(value) {
  const trimmed = (value ?? '').toString().trim().toLowerCase();
  return trimmed === '' ? null : trimmed;
}

function number(value) {
  const spelling = text(value);
  return spelling !== null && /^[+-]?[0-9]+(\.[0-9]+)?$/.test(spelling) ? Number(spelling) : null;
}
