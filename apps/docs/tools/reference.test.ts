import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseServiceLevel, parseThresholds } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { auditRuleRows } from './audit-page.ts';
import { allCommandHelp, parseHelp } from './command-line-help.ts';
import { brokenLinks } from './page-links.ts';
import { resultRows } from './result-page.ts';
import { commandProblem, shellWords, shownCommands, valuesOf } from './shown-commands.ts';
import { trustRules } from './trust-page.ts';
import { contentFolder, referencePages } from './write-reference.ts';

const commands = await allCommandHelp();
const generated = referencePages(commands);
const pages = new Map(
  globSync('**/*.md', { cwd: contentFolder })
    .toSorted()
    .map((path) => [path, readFileSync(`${contentFolder}${path}`, 'utf8')]),
);
const byHand = [...pages].filter(([path]) => !generated.some((page) => page.path === path));
const shown = byHand.flatMap(([path, text]) =>
  shownCommands(text).map((words) => ({ path, words, line: words.join(' ') })),
);

test.each(generated)(
  '$path is what the code says; if not: node apps/docs/tools/write-reference.ts',
  ({ path, text }) => {
    expect(pages.get(path)).toBe(text);
  },
);

test('every folder of the reference holds generated pages only', () => {
  const committed = [...pages.keys()].filter((path) => path.startsWith('reference/'));
  expect(committed).toEqual(generated.map(({ path }) => path).toSorted());
});

test.each(byHand.map(([path, text]) => ({ path, text })))(
  '$path has a title and a description',
  ({ text }) => {
    expect(text).toMatch(/^---\ntitle: .+\ndescription: .+\n---\n/);
  },
);

test('the pages show commands of many kinds', () => {
  const names = new Set(shown.map(({ words }) => words[0]));
  expect([...names]).toEqual(
    expect.arrayContaining(['bench', 'compare', 'capacity', 'calibrate', 'audit', 'sim']),
  );
});

test.each(shown)('$path: kneepoint $line has a command and flags that exist', ({ words }) => {
  expect(commandProblem(words, commands)).toBeNull();
});

test.each(shown)('$path: kneepoint $line has conditions that parse', ({ words }) => {
  for (const text of valuesOf(words, '--threshold')) expect(parseThresholds([text])).toHaveLength(1);
  for (const text of valuesOf(words, '--slo')) expect(parseServiceLevel(text)).toBeDefined();
});

test('a wrong command line is found', () => {
  const problem = (line: string) => commandProblem(shellWords(line), commands);
  expect(problem('bench http://127.0.0.1:8000 --user 4')).toBe('bench has no flag --user');
  expect(problem('bench http://127.0.0.1:8000 --users')).toBe('--users needs a value');
  expect(problem('bench --users 4')).toContain('takes 1 operands, not 0');
  expect(problem('measure http://127.0.0.1:8000')).toBe('there is no command measure');
  expect(problem('audit caching http://127.0.0.1:8000 --rounds 6')).toBeNull();
});

test('every link leads to a page and a heading', () => {
  expect(brokenLinks(pages)).toEqual([]);
});

test('a link to nowhere is found', () => {
  const wrong = new Map([
    ['a/one.md', '[x](../b.md) [y](./two.md#no) `[z](gone.md)`'],
    ['a/two.md', '# Yes'],
  ]);
  expect(brokenLinks(wrong)).toEqual([
    'a/one.md: ../b.md is no page',
    'a/one.md: ./two.md#no has no such heading',
  ]);
});

test('the page about loads names every example, and no other', () => {
  const text = pages.get('method/loads.md') ?? '';
  const named = new Set(
    [...text.matchAll(/`(?:examples\/loads\/)?([\w-]+\.yaml)`/g)].map(([, name]) => name),
  );
  const folder = fileURLToPath(new URL('../../../examples/loads', import.meta.url));
  const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  expect([...named].toSorted()).toEqual(examples.toSorted());
});

test('every property of the result has a meaning: a comment in its schema, or words in apps/docs/tools', () => {
  const without = resultRows().flatMap(({ rows }) => rows.filter(({ description }) => description === ''));
  expect(without.map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});

test('every rule of trust has a question, and most have a limit', () => {
  const rules = trustRules();
  expect(rules.filter(({ question }) => question === '')).toEqual([]);
  expect(rules.filter(({ limits }) => limits.length > 0).length).toBeGreaterThan(rules.length / 2);
});

test('every rule of the audit says what it finds, why it matters and what it stands on', () => {
  for (const row of auditRuleRows()) {
    for (const text of Object.values(row)) expect(text).not.toBe('');
  }
});

test('a help text is read with its wrapped lines, up to the examples', () => {
  const text = `Usage: kneepoint try [options] <url>

what it does

Options:
  --long <name>  a description that
                 goes on
  -h, --help     display help

Examples:
  $ kneepoint try
`;
  expect(parseHelp(['try'], text)).toEqual({
    words: ['try'],
    usage: 'kneepoint try [options] <url>',
    description: 'what it does',
    parts: [
      {
        heading: 'Options',
        entries: [
          { name: '--long <name>', description: 'a description that goes on' },
          { name: '-h, --help', description: 'display help' },
        ],
      },
    ],
    after: 'Examples:\n  $ kneepoint try',
  });
});
