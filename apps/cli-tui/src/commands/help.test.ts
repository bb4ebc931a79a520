import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { silentContext } from '../config/testing/config-world.ts';
import { createProgram } from '../program.ts';
import { shellWords } from './testing/shell-words.ts';

/** Its help is written by what it runs, and asks the simulated server for its profiles. */
const ownHelp = ['sim'];

function helpOf(command: Command): string {
  const pieces: string[] = [];
  command.configureOutput({ ...command.configureOutput(), writeOut: (piece) => pieces.push(piece) });
  command.outputHelp();
  return pieces.join('');
}

const newProgram = (): Command => createProgram(silentContext(), { code: 0 });

const allCommands = (command: Command): readonly Command[] => [
  command,
  ...command
    .createHelp()
    .visibleCommands(command)
    .filter((child) => command.commands.includes(child))
    .flatMap(allCommands),
];

const pathOf = (command: Command): string =>
  command.parent === null ? 'kneepoint' : `${pathOf(command.parent)} ${command.name()}`;

const commands = allCommands(newProgram()).filter((command) => !ownHelp.includes(command.name()));
const named = commands.map((command) => [pathOf(command), command] as const);

const examplesIn = (help: string): readonly string[] =>
  [...help.replaceAll(/ \\\n +/g, ' ').matchAll(/^ {2}\$ (.*)$/gm)].map(([, example = '']) => example);

test.each(named)('%s --help has examples and exit codes', (_, command) => {
  const help = helpOf(command);
  expect(help).toMatch(/^Examples:\n {2}\$ /m);
  expect(help).toMatch(/^Exit codes:/m);
});

test.each(named)('every example of %s is a command line that is taken', async (_, command) => {
  const examples = examplesIn(helpOf(command));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const program = newProgram();
    const taken: string[] = [];
    for (const one of allCommands(program).filter((below) => below !== program)) {
      one.exitOverride((error) => {
        throw error;
      });
      one.action(() => void taken.push(pathOf(one)));
    }
    program.exitOverride();
    await program.parseAsync([...shellWords(example)], { from: 'user' });
    expect(taken, example).toHaveLength(1);
    if (command.parent !== null) expect(`${taken[0]} `, example).toContain(`${pathOf(command)} `);
  }
});

test.each(named)('nothing in the help of %s is wider than 80 columns', (_, command) => {
  const wide = helpOf(command)
    .split('\n')
    .filter((line) => line.length > 80);
  expect(wide).toEqual([]);
});

test('a help text off a terminal has no escape', () => {
  for (const command of commands) expect(helpOf(command)).not.toContain('\u001b');
});

test('the words of an example are what a shell makes of them', () => {
  expect(shellWords('KEY=x kneepoint bench "a b" \'c d\' | jq .x')).toEqual(['bench', 'a b', 'c d']);
  expect(shellWords('eval "$(kneepoint completion bash)"   # in ~/.bashrc')).toEqual(['completion', 'bash']);
});
