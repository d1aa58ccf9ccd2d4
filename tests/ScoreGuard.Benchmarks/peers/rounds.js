// A contestant's rounds: warm up, say so, then measure one round for each line on standard input. The process that
// alternates the contestants writes those lines; figures go to standard output as JSON.
import { createInterface } from 'node:readline';

const milli = points => Math.round(points * 1000);

export function same(given, expected) {
  return (
    milli(given.fit) === milli(expected.fit) &&
    milli(given.behaviour) === milli(expected.behaviour) &&
    milli(given.total) === milli(expected.total) &&
    given.label === expected.label
  );
}

/** Adds rule points up as the model does: groups clamped, then the dimension. */
export const labelOf = total => (total >= 80 ? 'hot' : total >= 40 ? 'warm' : 'cold');

export async function serve(engine, leads, evaluate) {
  let wrong = 0;
  for (const lead of leads) wrong += same(await evaluate(lead.facts), lead.expected) ? 0 : 1;
  if (wrong > 0) {
    console.error(`${engine}: ${wrong} of ${leads.length} leads have other scores than the outcomes say`);
    process.exit(1);
  }

  console.log(JSON.stringify({ ready: true, engine, checked: leads.length }));
  for await (const line of createInterface({ input: process.stdin })) {
    const least = Number(line.split(' ')[1] ?? 3000);
    const start = performance.now();
    let done = 0;
    do {
      for (const end = Math.min(done + 200, leads.length * 1000); done < end; done++) {
        await evaluate(leads[done % leads.length].facts);
      }
    } while (performance.now() - start < least);
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ engine, leads: done, seconds, leadsPerSecond: done / seconds }));
  }
}
