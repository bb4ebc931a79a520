import type { Result, Stage, Target } from '@kneepoint/core';
import type { SourceRun } from '../formats/importer.ts';
import { type ImportIdentity, importedResult } from './imported-result.ts';
import { importedStage, placeOf } from './imported-stage.ts';
import { importedTarget } from './imported-target.ts';

/** What one file says, with the file. */
export type NamedRun = {
  readonly file: string;
  readonly text: string;
  readonly format: string;
  readonly run: SourceRun;
};

/** How the person wants the import to be named. */
export type ImportNames = { readonly name: string | null; readonly targets: readonly string[] };

/** The runs of several files as one result: files of one target that measured the same level are its repeats. */
export function importRuns(runs: readonly NamedRun[], names: ImportNames, identity: ImportIdentity): Result {
  const targetNames = namesOfTargets(runs, names.targets);
  const targets = new Map<string, Target>();
  const seen = new Map<string, number>();
  const stages: Stage[] = [];
  runs.forEach(({ run }, index) => {
    const target = targetNames[index] ?? '';
    if (!targets.has(target)) targets.set(target, importedTarget(target, run.target));
    for (const facts of run.stages) {
      const level = `${target}/${placeOf(facts)}`;
      const repeat = (seen.get(level) ?? 0) + 1;
      seen.set(level, repeat);
      stages.push(importedStage(facts, { target, repeat }));
    }
  });
  const tools = distinct(runs.map(({ run }) => run.tool));
  const versions = distinct(runs.flatMap(({ run }) => run.toolVersion ?? []));
  return importedResult(
    {
      name: names.name ?? distinct(targetNames).join(', '),
      texts: runs.map(({ text }) => text),
      source: {
        kind: 'imported',
        format: distinct(runs.map(({ format }) => format)).join(', '),
        tool: tools.join(', '),
        toolVersion: versions.length === 0 ? null : versions.join(', '),
        files: runs.map(({ file }) => file),
        claims: [],
        commands: [],
        notes: notesOf(runs),
      },
      environment: unknownEnvironment,
      targets: [...targets.values()],
      stages,
    },
    identity,
  );
}

/** The names given, else the model's; files that would be called the same are told apart by their own names. */
function namesOfTargets(runs: readonly NamedRun[], given: readonly string[]): readonly string[] {
  const [only] = given;
  if (given.length === 1 && only !== undefined) return runs.map(() => only);
  if (given.length > 1) return given;
  const own = runs.map(({ run, file }) => run.target.model ?? run.target.url ?? withoutEnding(file));
  const clash = (name: string): boolean => own.filter((other) => other === name).length > 1;
  return own.map((name, index) => (clash(name) ? withoutEnding(runs[index]?.file ?? name) : name));
}

const withoutEnding = (file: string): string => file.replace(/\.jsonl?$/, '');

/** Notes that several files share stand once; those of one file among several name it. */
function notesOf(runs: readonly NamedRun[]): string[] {
  const all = new Map<string, string[]>();
  for (const { file, run } of runs) {
    for (const note of new Set(run.notes)) all.set(note, [...(all.get(note) ?? []), file]);
  }
  return [...all].map(([note, files]) =>
    files.length === runs.length ? note : `${files.join(', ')}: ${note}`,
  );
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const notSaid = "the tool's result file does not say it";
const unknownEnvironment: Result['environment'] = {
  host: null,
  os: null,
  kernel: null,
  cpu: null,
  memory: null,
  gpus: [],
  docker: null,
  python: null,
  limits: { cores: null, memory: null },
  reasons: Object.fromEntries(
    ['host', 'os', 'kernel', 'cpu', 'memory', 'gpus', 'docker', 'python', 'limits'].map((name) => [
      name,
      notSaid,
    ]),
  ),
};
