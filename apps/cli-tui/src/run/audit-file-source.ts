import { KneepointError, type Result, readResultFile } from '@kneepoint/core';
import { importFiles } from '@kneepoint/importers';
import type { CommandContext } from '../command-context.ts';
import { shownCommand } from './shown-command.ts';
import { toolOfRun } from './tool-version.ts';

/** What is audited: a path, and what an import of it may need. */
export type AuditedFile = {
  readonly path: string;
  readonly mapping: string | null;
  readonly users: number | null;
};

/** A result file as it is; anything else by its import. Throws a usage error for what neither can read. */
export async function readAudited(file: AuditedFile, context: CommandContext): Promise<Result> {
  if (file.mapping !== null) return imported(file, context);
  try {
    return await readResultFile(file.path);
  } catch (error) {
    if (!isOfAnother(error)) throw error;
    return imported(file, context);
  }
}

/** Not JSON, or JSON that does not say it is ours: another tool's file, or a document. */
const isOfAnother = (error: unknown): boolean =>
  error instanceof KneepointError && (error.code === 'result-not-json' || error.code === 'result-other');

const imported = ({ path, mapping, users }: AuditedFile, context: CommandContext): Promise<Result> =>
  importFiles({
    files: [path],
    format: null,
    mapping,
    targets: [],
    users,
    name: null,
    identity: { createdAt: new Date().toISOString(), tool: toolOfRun(), command: shownCommand(context) },
  });
