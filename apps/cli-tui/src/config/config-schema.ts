import type { Command } from 'commander';
import { z } from 'zod';
import { commonKeys } from './common-keys.ts';
import { configValueProblem } from './config-value.ts';
import { type SettableFlag, settableFlags } from './settable-flag.ts';

const languages = ['ko', 'en', 'zh'] as const;

/** What a config may hold: common settings, agents, and a block for each command with its flags. */
export function configSchema(program: Command): z.ZodType<Record<string, unknown>> {
  const commands = program.commands.filter((command) => !reserved.includes(command.name()));
  return z.strictObject({
    /** Of messages and screens. */
    language: z.enum(languages).optional(),
    colour: z.enum(['auto', 'never']).optional(),
    /** The history's file. */
    store: z.string().min(1).optional(),
    ...commonFlags(program),
    /** Of the documents of `compare` and `report`. */
    report: z
      .strictObject({
        languages: z.array(z.enum(languages)).min(1).optional(),
        format: z.array(z.string().min(1)).min(1).optional(),
      })
      .optional(),
    agents: z.array(agentSchema).superRefine(refuseTwins).optional(),
    ...Object.fromEntries(commands.flatMap(commandEntry)),
  });
}

/** Commands whose name is a common block, and those without anything to set. */
const reserved: readonly string[] = ['report', 'config', 'completion', 'sim'];

const agentSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/, 'must be a name of letters, digits, dots and dashes'),
  url: z.url({ protocol: /^https?$/, error: 'must be an address such as http://gpu-host:7321' }),
  tokenEnv: z.string().min(1).optional(),
});

function refuseTwins(agents: readonly z.infer<typeof agentSchema>[], context: z.RefinementCtx): void {
  agents.forEach(({ name }, index) => {
    if (agents.findIndex((other) => other.name === name) === index) return;
    const message = `${JSON.stringify(name)} is the name of an earlier agent`;
    context.addIssue({ code: 'custom', path: [index, 'name'], message });
  });
}

function commonFlags(program: Command): Record<string, z.ZodType> {
  const flags = program.commands.flatMap(settableFlags);
  const found = commonKeys.flatMap((key) => flags.find((flag) => flag.key === key) ?? []);
  return Object.fromEntries(found.map((flag) => [flag.key, flagSchema(flag)]));
}

/** The flags of a command, and blocks for the commands below it; nothing for one that has none of both. */
function commandEntry(command: Command): readonly (readonly [string, z.ZodType])[] {
  const flags = settableFlags(command).map((flag) => [flag.key, flagSchema(flag)] as const);
  const below = command.commands.flatMap(commandEntry);
  if (flags.length + below.length === 0) return [];
  return [[command.name(), z.strictObject(Object.fromEntries([...flags, ...below])).optional()]];
}

function flagSchema(flag: SettableFlag): z.ZodType {
  const { form, choices } = flag;
  if (form === 'switch') return z.boolean().optional();
  if (choices !== null) return z.enum(choices).optional();
  return z
    .unknown()
    .superRefine((value, context) => {
      const problem = value === undefined ? null : configValueProblem(flag, value);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .optional();
}
