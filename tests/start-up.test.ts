import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { kneepointPath, newFolder } from './support/run-kneepoint.ts';

const run = promisify(execFile);

/** What a bundled module imports before it runs; what it imports later, when a command asks for it, is left out. */
function staticImports(source: string): readonly string[] {
  return [...source.matchAll(/^(?:import|export)\b[^;'"]*?["']([^"']+)["']/gm)].map(([, name = '']) => name);
}

/** Every module that stands between the start and the first word of help, with its text. */
function modulesAtStart(): ReadonlyMap<string, string> {
  const entry = readFileSync(kneepointPath, 'utf8');
  const [, main = ''] = /import\(["'](\.\/[^"']+)["']\)/.exec(entry) ?? [];
  const found = new Map<string, string>();
  const waiting = [join(dirname(kneepointPath), main)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const source = path.startsWith('/') ? readFileSync(path, 'utf8') : '';
    found.set(path, source);
    for (const name of staticImports(source))
      waiting.push(name.startsWith('.') ? join(dirname(path), name) : name);
  }
  return found;
}

/** Texts that stand in what a command needs later: the screens, the checks of files, the database, the other client. */
const marks: readonly RegExp[] = [
  /react\.transitional/,
  /ZodObject/,
  /parseDocument/,
  /better-sqlite3/,
  /undici/,
];

test('the help and the version load commander and the flags, and nothing that a command needs later', () => {
  const modules = modulesAtStart();
  const outside = [...modules.keys()].filter((path) => !path.startsWith('/'));
  expect(outside.filter((name) => !name.startsWith('node:'))).toEqual([]);
  const text = [...modules.values()].join('\n');
  for (const mark of marks) expect(text).not.toMatch(mark);
  expect(modules.size).toBeLessThan(40);
  expect(text.length).toBeLessThan(400_000);
});

test('what is not loaded at the start is in the bundle', () => {
  const folder = dirname(kneepointPath);
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const mark of marks)
    expect(
      texts.some((text) => mark.test(text)),
      String(mark),
    ).toBe(true);
});

/** Counts what a program would send: every connection that is begun and every name that is looked up. */
const watcher = `
const net = require('node:net'), dns = require('node:dns'), fs = require('node:fs');
const note = (what) => fs.appendFileSync(process.env.KNEEPOINT_TEST_SENT, what + '\\n');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...words) { note('connect ' + JSON.stringify(words[0])); return connect.apply(this, words); };
for (const name of ['lookup', 'resolve']) { const own = dns[name]; dns[name] = (...words) => { note(name + ' ' + words[0]); return own(...words); }; }
`;

/** What a command line begins to send, a line each. */
async function sentBy(words: readonly string[]): Promise<string> {
  const folder = newFolder();
  const hook = join(folder, 'watch.cjs');
  const sent = join(folder, 'sent.txt');
  writeFileSync(hook, watcher);
  await run(process.execPath, ['--require', hook, kneepointPath, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, KNEEPOINT_TEST_SENT: sent },
  }).catch(() => {});
  return existsSync(sent) ? readFileSync(sent, 'utf8') : '';
}

test.each([
  '--help',
  '--version',
  'bench --help',
  'config show',
  'history',
  'completion bash',
  'report missing.json',
  'benhc',
])('kneepoint %s calls nobody', async (line) => {
  expect(await sentBy(line.split(' '))).toBe('');
});

test('a command calls the server that it was given, and nobody else', async () => {
  const sent = (await sentBy(['bench', 'http://127.0.0.1:9', '--users', '1'])).trim().split('\n');
  expect(sent.length).toBeGreaterThan(0);
  for (const line of sent) expect(line).toMatch(/127\.0\.0\.1/);
});
