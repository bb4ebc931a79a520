import { join, resolve } from 'node:path';
import type { ModelShape, Software } from '@kneepoint/core';
import type { CommandRunner } from '../environment/command-runner.ts';
import type { Fact } from '../environment/fact.ts';
import type { HostFiles } from '../environment/host-files.ts';
import { type ModelFacts, readModelFacts } from '../environment/model-facts.ts';
import { readPythonEnvironment } from '../environment/python-environment.ts';
import type { DeploymentFacts } from './describe-deployment.ts';

/** What a deployed server runs on, and the shape of the model that it serves. */
export type ServerContents = { readonly software: Software | null; readonly modelShape: ModelShape | null };

/** Nothing was read yet, or there is nothing to read. */
export const unknownContents: ServerContents = { software: null, modelShape: null };

/** What contents are read with. */
export type ContentsPorts = {
  readonly files: HostFiles;
  readonly run: CommandRunner;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
};

/** Reads what a deployment runs on from its own interpreter, and its model's shape from the model's own files. */
export async function readServerContents(
  facts: DeploymentFacts,
  ports: ContentsPorts,
): Promise<ServerContents> {
  const { files } = ports;
  const model = modelOf(facts.command);
  const folder = facts.kind === 'process' ? facts.workingDirectory : ports.homeFolder;
  const question = {
    model: model !== null && /^\.{0,2}\//.test(model) ? resolve(folder, model) : model,
    revision: argumentOf(facts.command, ['--revision']),
    cacheFolder: ports.environment['HF_HOME'] ?? join(ports.homeFolder, '.cache', 'huggingface'),
  };
  return {
    software: facts.kind === 'process' ? await softwareOf(facts, ports) : null,
    modelShape:
      question.model === null ? null : shapeOf(readModelFacts(files, { ...question, model: question.model })),
  };
}

/** The model of an engine's command line: a flag's value, or what stands behind `serve`. */
export function modelOf(command: readonly string[]): string | null {
  const flagged = argumentOf(command, ['--model', '--model-path']);
  if (flagged !== null) return flagged;
  const next = command[command.indexOf('serve') + 1];
  return command.includes('serve') && next !== undefined && !next.startsWith('-') ? next : null;
}

function argumentOf(command: readonly string[], names: readonly string[]): string | null {
  for (const [position, word] of command.entries()) {
    const name = names.find((candidate) => word === candidate || word.startsWith(`${candidate}=`));
    if (name === undefined) continue;
    return word === name ? (command[position + 1] ?? null) : word.slice(name.length + 1);
  }
  return null;
}

async function softwareOf(
  facts: Extract<DeploymentFacts, { kind: 'process' }>,
  { files, run, environment }: ContentsPorts,
): Promise<Software> {
  const [program = ''] = facts.command;
  const firstWord = program.includes('/') ? resolve(facts.workingDirectory, program) : program;
  const { python, packages } = await readPythonEnvironment(files, run, { firstWord, environment });
  return { python: python.value, packages: { ...packages.value }, reasons: reasonsOf({ python, packages }) };
}

function shapeOf(facts: ModelFacts): ModelShape {
  const { id: _, maxPositions: __, ...shown } = facts;
  const values = Object.fromEntries(Object.entries(shown).map(([name, fact]) => [name, fact.value]));
  return { ...(values as Omit<ModelShape, 'reasons'>), reasons: reasonsOf(shown) };
}

function reasonsOf(facts: Readonly<Record<string, Fact<unknown>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, { reason }]) => (reason === null ? [] : [[name, reason]])),
  );
}
