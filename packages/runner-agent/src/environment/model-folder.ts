import { isAbsolute, join } from 'node:path';
import { type Fact, known, unreadable } from './fact.ts';
import { type HostFiles, textOf } from './host-files.ts';

/** A model's files on this host, with the revision where the folder tells it. */
export type ModelFolder = { readonly folder: string; readonly revision: Fact<string> };

export type ModelQuestion = {
  /** `Qwen/Qwen3-8B`, or the absolute path of a folder. */
  readonly model: string;
  /** The revision that the deployment asks for: a branch, a tag or a commit. */
  readonly revision: string | null;
  /** The folder of Hugging Face's cache that the server uses, `.../hub` or the one above; `null` where it is not known. */
  readonly cacheFolder: string | null;
};

/** Either where the files are, or why they cannot be found. */
export type FoundModel =
  | { readonly kind: 'found'; readonly found: ModelFolder }
  | { readonly kind: 'none'; readonly reason: string };

const idPattern = /^[\w.-]+(\/[\w.-]+)?$/;
const revisionPattern = /^[\w.-]+(\/[\w.-]+)*$/;

/**
 * Finds a model's folder. In the cache of Hugging Face a model lies at `models--OWNER--NAME`; `refs/BRANCH` holds the
 * commit that a branch was at, `snapshots/COMMIT` the files. Names with `..` are refused: they would lead outside.
 */
export function findModelFolder(files: HostFiles, question: ModelQuestion): FoundModel {
  const { cacheFolder, model } = question;
  if (isAbsolute(model)) {
    if (textOf(files, join(model, 'config.json')) === null) {
      return { kind: 'none', reason: "the model's folder has no config.json that can be read" };
    }
    const revision = unreadable('a folder of its own has no revision');
    return { kind: 'found', found: { folder: model, revision } };
  }
  if (!idPattern.test(model) || model.split('/').includes('..')) {
    return { kind: 'none', reason: 'the model is neither an id nor an absolute path' };
  }
  if (cacheFolder === null) return { kind: 'none', reason: 'the folder with the models is not known' };
  const name = `models--${model.replaceAll('/', '--')}`;
  for (const base of [cacheFolder, join(cacheFolder, 'hub')]) {
    const found = snapshotIn(files, join(base, name), question.revision ?? 'main');
    if (found !== null) return { kind: 'found', found };
  }
  return { kind: 'none', reason: 'the model is not in the cache' };
}

function snapshotIn(files: HostFiles, folder: string, revision: string): ModelFolder | null {
  if (!revisionPattern.test(revision) || revision.split('/').includes('..')) return null;
  const commit = textOf(files, join(folder, 'refs', revision))?.trim() ?? revision;
  if (!/^[\w.-]+$/.test(commit) || commit === '..') return null;
  const snapshot = join(folder, 'snapshots', commit);
  if (textOf(files, join(snapshot, 'config.json')) === null) return null;
  return { folder: snapshot, revision: known(commit, "Hugging Face's cache") };
}
