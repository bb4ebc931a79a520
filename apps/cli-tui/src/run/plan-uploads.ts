import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Plan, planFiles, usageError } from '@kneepoint/core';
import type { UploadedFile } from '@kneepoint/runner-agent';

/** Of a tokenizer's folder only what a tokenizer is made of: weights may lie beside it. */
const tokenizerNames = ['tokenizer.json', 'tokenizer_config.json', 'config.json'];

/** The files that a plan names, read, for an agent on another host. Throws a usage error for one that cannot be read. */
export async function planUploads(plan: Plan, planPath: string): Promise<UploadedFile[]> {
  const pathOf = (source: string): string => resolve(dirname(planPath), source);
  const certificates = plan.targets.flatMap(({ tls }) => (tls?.ca === undefined ? [] : [tls.ca]));
  const sources = [...planFiles(plan).map(({ source }) => source), ...certificates];
  const uploads: UploadedFile[] = [];
  for (const source of new Set(sources))
    uploads.push({ source, name: null, base64: await readBase64(pathOf(source)) });
  const { tokenizer } = plan.model;
  if (tokenizer !== undefined) uploads.push(...(await tokenizerUploads(tokenizer, pathOf(tokenizer))));
  return uploads;
}

async function tokenizerUploads(source: string, path: string): Promise<UploadedFile[]> {
  const about = await stat(path).catch((error: unknown) => refuse(path, error));
  if (!about.isDirectory()) return [{ source, name: null, base64: await readBase64(path) }];
  const present = await readdir(path);
  const names = tokenizerNames.filter((name) => present.includes(name));
  return Promise.all(
    names.map(async (name) => ({ source, name, base64: await readBase64(join(path, name)) })),
  );
}

const readBase64 = (path: string): Promise<string> =>
  readFile(path, 'base64').catch((error: unknown) => refuse(path, error));

function refuse(path: string, error: unknown): never {
  throw usageError(
    'plan-file-unreadable',
    `the plan names ${path}, which cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    'correct the path in the plan; it is relative to the plan',
  );
}
