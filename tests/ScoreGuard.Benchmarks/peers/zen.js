// node zen.js LEADS OUTCOMES STEPS OUTCOMES COUNT: @gorules/zen-engine evaluates decision.json.
import { readFileSync } from 'node:fs';
import { ZenEngine } from '@gorules/zen-engine';
import { serve } from './rounds.js';

const decision = new ZenEngine().createDecision(readFileSync(new URL('./decision.json', import.meta.url)));
await serve('@gorules/zen-engine', async facts => (await decision.evaluate(facts)).result);
