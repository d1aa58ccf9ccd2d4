// node makeDecision.js: writes decision.json (a JSON Decision Model) and its forty rules, from the list below.
// One expression a rule: an expression node says each rule as it stands in the model.
import { writeFileSync } from 'node:fs';
import { behaviour, behaviourFact } from './facts.js';

const fit = [
  ['c_level', "seniority == 'c-level'", 25, 'persona'],
  ['vp', "seniority == 'vp'", 20, 'persona'],
  ['director', "seniority == 'director'", 15, 'persona'],
  ['manager', "seniority == 'manager'", 8, 'persona'],
  ['marketing', "department in ['marketing', 'marketing operations', 'demand generation']", 12, 'persona'],
  ['student', "seniority == 'student' or source == 'campus'", -30],
  ['enterprise', "size == 'l'", 20, 'firm'],
  ['mid_market', "size == 'm'", 12, 'firm'],
  ['core_industry', "industry in ['software', 'financial services', 'manufacturing']", 10, 'firm'],
  ['core_country', "country in ['us', 'gb', 'de']", 10, 'firm'],
  ['near_country', "country in ['fr', 'nl', 'ch', 'at']", 5, 'firm'],
  ['revenue_rule', 'revenue != null and revenue >= 50000000', 8, 'firm'],
  ['budget_rule', 'budget != null and budget >= 10000 and budget <= 250000', 8],
  [
    'ready',
    "timeline in ['0-3 months', '3-6 months'] or (lastFundingAt != null and lastFundingAt >= 1759276800000)",
    7,
  ],
  ['private_mail', "emailDomain in ['freemail.example', 'inbox.example', 'webmail.example'] or company == null", -10],
  ['test_address', "email != null and startsWith(email, 'test')", -40],
  ['existing_customer', 'customer == true', -15],
  [
    'target_account',
    "size in ['m', 'l'] and country in ['us', 'gb', 'de'] and crm in ['salesforce', 'hubspot'] and customer == false",
    15,
  ],
].map(([id, when, points, group]) => ({ id, group, value: `${when} ? ${points} : 0` }));
const web = ['pricing', 'product', 'visit', 'long-visit'];
const behaviours = behaviour.map(rule => ({
  id: 'b_' + rule.replaceAll('-', '_'),
  group: web.includes(rule) ? 'web' : undefined,
  value: `${behaviourFact(rule)} != 0 ? ${behaviourFact(rule)} : 0`,
}));

const sum = (rules, group) => rules.filter(rule => rule.group === group).map(rule => `$.${rule.id}`).join(' + ');
const atMost = (value, most) => `min([${value}, ${most}])`;
const atLeast = (value, least) => `max([${value}, ${least}])`;
const expressions = [
  ...[...fit, ...behaviours].map(({ id, value }) => [id, value]),
  ['fit', atMost(atLeast(`${atMost(sum(fit, 'persona'), 35)} + ${atMost(sum(fit, 'firm'), 40)} + ${sum(fit)}`, 0), 70)],
  ['behaviour', atLeast(`${atMost(sum(behaviours, 'web'), 40)} + ${sum(behaviours)}`, 0)],
  ['total', '$.fit + $.behaviour'],
  ['label', "$.total >= 80 ? 'hot' : $.total >= 40 ? 'warm' : 'cold'"],
].map(([key, value]) => ({ id: key, key, value }));

const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content && { content }) });
const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId });
const decision = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [node('leads', 'inputNode'), node('rules', 'expressionNode', { expressions }), node('scores', 'outputNode')],
  edges: [edge('leads', 'rules'), edge('rules', 'scores')],
};
writeFileSync(new URL('./decision.json', import.meta.url), JSON.stringify(decision, null, 2) + '\n');
