// A small server for tests of deployments: `node server.mjs --port N` and what it is told besides.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const flags = process.argv.slice(2);
const value = (name) => flags[flags.indexOf(name) + 1];
const has = (name) => flags.includes(name);

if (has('--say')) console.log(value('--say'));
if (has('--say-file')) console.log(readFileSync(value('--say-file'), 'utf8'));
// The variables that tests ask about: a log cuts long lines, and a search path alone can be one.
const asked = /^(GIVEN|PLAIN|\w*TOKEN|\w*SECRET\w*|KNEEPOINT_\w+)$/;
if (has('--say-environment'))
  console.log(JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => asked.test(name)))));
if (has('--crash')) {
  console.log('INFO loading weights');
  console.error('RuntimeError: CUDA error: no kernel image is available for execution on the device');
  process.exit(3);
}
if (has('--ignore-term')) process.on('SIGTERM', () => console.log('SIGTERM ignored'));
if (has('--children')) {
  // Both lose their parent: one stays in the group without any environment, one leaves for a session of its own.
  const waiting = 'setInterval(() => undefined, 1000)';
  const leaving = (options) =>
    `require('child_process').spawn(process.execPath, ['-e', '${waiting}'], ${JSON.stringify({ stdio: 'ignore', ...options })}).unref()`;
  const parents = [{ env: {} }, { detached: true }].map((options) =>
    spawn(process.execPath, ['-e', leaving(options)], { stdio: 'ignore' }),
  );
  Promise.all(parents.map((parent) => new Promise((gone) => parent.once('exit', gone)))).then(() =>
    console.log('children'),
  );
}

const server = createServer((request, answer) => {
  if (has('--never-ready')) answer.writeHead(503).end('loading');
  else if (request.url === '/crash') {
    console.error('torch.OutOfMemoryError: CUDA out of memory');
    process.exit(1);
  } else if (request.url === '/v1/completions')
    answer
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ text: 'a' }], usage: { completion_tokens: 1 } }));
  else answer.writeHead(200).end(`ok from ${process.pid}`);
});
if (has('--port')) server.listen(Number(value('--port')), '127.0.0.1', () => console.log('listening'));
else setInterval(() => undefined, 1000);
