import type { TargetFacts } from '../build/imported-target.ts';
import type { StageFacts } from '../build/stage-facts.ts';

/** What an importer is told besides the documents. */
export type ImportedFile = {
  readonly name: string;
  /** Users in flight, given by the person for files that do not say the load; `null` where not given. */
  readonly users: number | null;
};

/** What one file says: a server, and the load levels that were measured of it. */
export type SourceRun = {
  /** The tool that wrote it, and its version. */
  readonly tool: string;
  readonly toolVersion: string | null;
  readonly target: TargetFacts;
  readonly stages: readonly StageFacts[];
  /** What was left out or could not be told, and how the tool's figures are to be read. */
  readonly notes: readonly string[];
};

/** A tool's format: how it is recognised, and how it is read. */
export type Importer = {
  readonly format: string;
  readonly recognises: (documents: readonly unknown[]) => boolean;
  /** Throws a usage error for documents that are not of the format. */
  readonly read: (documents: readonly unknown[], file: ImportedFile) => SourceRun;
};
