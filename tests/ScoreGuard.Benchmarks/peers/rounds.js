// A contestant's rounds: check the scores (which warms up), say so, then measure one round for each line on standard
// input. The process that lets the contestants take turns writes those lines; figures go to standard output as JSON.
import { createInterface } from 'node:readline';
import { readFacts } from './facts.js';

const milli = points => Math.round(points * 1000);
const batch = 65;

export const labelOf = total => (total >= 80 ? 'hot' : total >= 40 ? 'warm' : 'cold');

function same(given, expected) {
  return (
    milli(given.fit) === milli(expected.fit) &&
    milli(given.behaviour) === milli(expected.behaviour) &&
    milli(given.total) === milli(expected.total) &&
    given.label === expected.label
  );
}

/** Arguments of the program: LEADS OUTCOMES, evaluated once a lead, then STEPS OUTCOMES COUNT, COUNT times a lead. */
export async function serve(engine, evaluate) {
  const [leads, outcomes, steps, stepOutcomes, perLead] = process.argv.slice(2);
  const contests = {
    once: { entries: readFacts(leads, outcomes), perLead: 1 },
    steps: { entries: readFacts(steps, stepOutcomes), perLead: Number(perLead) },
  };
  for (const { entries } of Object.values(contests)) {
    let wrong = 0;
    for (const { facts, expected } of entries) wrong += same(await evaluate(facts), expected) ? 0 : 1;
    if (wrong > 0) {
      console.error(`${engine}: ${wrong} of ${entries.length} evaluations have other scores than the outcomes say`);
      process.exit(1);
    }
  }

  console.log(JSON.stringify({ ready: true, engine }));
  for await (const line of createInterface({ input: process.stdin })) {
    const [contest, milliseconds] = line.split(' ');
    const { entries, perLead: evaluations } = contests[contest];
    const used = await measure(entries, evaluate, Number(milliseconds));
    console.log(JSON.stringify({ engine, contest, ...used, leadsPerSecond: [used.done / evaluations / used.seconds] }));
  }
}

/** Processor time, so that what else the machine does is not the engine's fault; several evaluations are under way at once. */
async function measure(entries, evaluate, milliseconds) {
  const start = process.cpuUsage();
  let done = 0;
  let used;
  do {
    const evaluations = [];
    for (const end = done + batch; done < end; done++) evaluations.push(evaluate(entries[done % entries.length].facts));
    await Promise.all(evaluations);
    used = process.cpuUsage(start);
  } while (used.user + used.system < milliseconds * 1000);
  return { done, seconds: (used.user + used.system) / 1e6 };
}
