import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreArrow, everybodys, packagesMayImport } from './arrow-rules.ts';

/** One import that goes against the arrow. */
export type Violation = { readonly file: string; readonly imported: string; readonly rule: string };

const importPattern =
  /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a source file imports, dynamic imports included. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** Checks one file of the workspace; `path` is relative to its root, with forward slashes. */
export function checkFile(path: string, source: string): Violation[] {
  return importsOf(source).flatMap((imported) => {
    const rule = imported.startsWith('.') ? checkInside(path, imported) : checkPackages(path, imported);
    return rule === null ? [] : [{ file: path, imported, rule }];
  });
}

function checkInside(path: string, imported: string): string | null {
  const target = resolve('/', dirname(path), imported).slice(1).split(sep).join('/');
  const [, from] = /^packages\/core\/src\/([^/]+)\//.exec(path) ?? [];
  const [, to] = /^packages\/core\/src\/([^/]+)(?:\/|$)/.exec(target) ?? [];
  if (to === undefined || from === to)
    return packageOf(path) === packageOf(target) ? null : 'reaches into another package by path';
  if (from === undefined) return null;
  if (everybodys.includes(to))
    return everybodys.includes(from) || coreArrow.includes(from) ? null : `${from} is no stage`;
  if (everybodys.includes(from)) return allowedBetweenEverybodys(from, to);
  if (to.endsWith('.ts')) return 'index.ts is for other packages';
  const [fromPosition, toPosition] = [coreArrow.indexOf(from), coreArrow.indexOf(to)];
  if (fromPosition < 0 || toPosition < 0) return 'a folder that is no stage of the arrow';
  return toPosition < fromPosition ? null : `${from} stands before ${to} in the arrow: it must not know it`;
}

const allowedBetweenEverybodys = (from: string, to: string): string =>
  `${from} is used by every stage and must not know ${to}`;

function checkPackages(path: string, imported: string): string | null {
  if (!imported.startsWith('@kneepoint/')) return null;
  const from = packageOf(path);
  const to = imported.split('/')[1] ?? '';
  const allowed = packagesMayImport[from];
  return allowed === undefined || allowed.includes(to) ? null : `${from} must not import ${to}`;
}

const packageOf = (path: string): string =>
  /^(?:packages|apps)\/([^/]+)\//.exec(path)?.[1] ?? path.split('/')[0] ?? '';

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = globSync(['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts', 'apps/*/src/**/*.tsx'], {
    cwd: root,
  }).filter((file) => !/\.test(-d)?\.ts$/.test(file) && !file.split(sep).includes('testing'));
  const violations = files.flatMap((file) => {
    const path = relative(root, resolve(root, file)).split(sep).join('/');
    return checkFile(path, readFileSync(resolve(root, file), 'utf8'));
  });
  for (const { file, imported, rule } of violations) console.error(`${file} imports ${imported}: ${rule}`);
  console.log(`arrow: ${files.length} files, ${violations.length} imports against it`);
  if (violations.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
