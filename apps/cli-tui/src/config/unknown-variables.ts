import { nearestName } from '@kneepoint/core';
import type { Command } from 'commander';
import { ownVariables, variablesOf } from './environment-variable.ts';
import { commandPath, settableFlags } from './settable-flag.ts';

/** Variables that look like settings of a flag and set none, each with the nearest one that does. */
export function unknownVariables(program: Command, environment: NodeJS.ProcessEnv): readonly string[] {
  const known = [...ownVariables, ...allVariables(program)];
  return Object.keys(environment)
    .filter((name) => name.startsWith('KNEEPOINT_') && !known.includes(name) && !/_TOKEN$|_KEY$/.test(name))
    .map((name) => {
      const near = nearestName(name, known);
      return `${name} sets nothing${near === null ? '' : `; did you mean ${near}?`}`;
    });
}

const allVariables = (command: Command): readonly string[] => [
  ...settableFlags(command).flatMap((flag) => variablesOf(commandPath(command), flag)),
  ...command.commands.flatMap(allVariables),
];
