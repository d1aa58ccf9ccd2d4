// node zen.js LEADS OUTCOMES: @gorules/zen-engine evaluates decision.json once a lead.
import { readFileSync } from 'node:fs';
import { ZenEngine } from '@gorules/zen-engine';
import { readFacts } from './facts.js';
import { serve } from './rounds.js';

const [leadsPath, outcomesPath] = process.argv.slice(2);
const decision = new ZenEngine().createDecision(readFileSync(new URL('./decision.json', import.meta.url)));
await serve('@gorules/zen-engine', readFacts(leadsPath, outcomesPath), async facts => {
  const { result } = await decision.evaluate(facts);
  return { fit: result.fit, behaviour: result.behaviour, total: result.total, label: result.label };
});
