// A scoring service on a rules engine: POST /evaluate {"context": {…}} -> {"result": {…}}, one lead a request.
// PORT says where (8080 if not set, 0: any that is free), KEY which bearer token it asks for (none if not set),
// DECISION which file decides.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { ZenEngine } from '@gorules/zen-engine';

const longestBody = 1024 * 1024;
const file = process.env.DECISION ?? new URL('decision.json', import.meta.url);
const decision = new ZenEngine().createDecision(await readFile(file));

async function read(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > longestBody) throw new Error('too long');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function answer(request) {
  if (request.method !== 'POST' || request.url !== '/evaluate') return [404, { error: 'not_found' }];
  if (process.env.KEY && request.headers.authorization !== `Bearer ${process.env.KEY}`) {
    return [401, { error: 'unauthorized' }];
  }
  let context;
  try {
    ({ context } = await read(request));
  } catch {
    return [400, { error: 'no_json' }];
  }
  if (typeof context?.asOf !== 'string' || !Array.isArray(context.activities)) return [422, { error: 'no_lead' }];
  const evaluated = await decision.safeEvaluate(context);
  return evaluated.success ? [200, { result: evaluated.data.result }] : [422, { error: 'not_evaluated' }];
}

const server = createServer(async (request, response) => {
  const [status, body] = await answer(request).catch(() => [500, { error: 'failed' }]);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
if (process.env.UNTIL_STDIN_ENDS) process.stdin.resume().on('end', () => process.exit(0));
