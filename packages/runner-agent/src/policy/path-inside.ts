import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A path with `~/` at its beginning read as the home directory; it is not checked to exist. */
export function expandHome(path: string, homeDirectory: string): string {
  return path === '~' || path.startsWith('~/') ? join(homeDirectory, path.slice(1)) : path;
}

/**
 * Whether a path is one of the folders or in one, links followed on both sides: a link inside an allowed folder does
 * not lead out of it. A path that does not exist is judged by the nearest folder above it that does.
 */
export async function isInside(path: string, folders: readonly string[]): Promise<boolean> {
  if (!isAbsolute(path) || path.includes('\0') || path.split('/').includes('..')) return false;
  const real = await realPathOf(path);
  for (const folder of folders) {
    const way = relative(await realPathOf(folder), real);
    if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))) return true;
  }
  return false;
}

async function realPathOf(path: string): Promise<string> {
  const known = await realpath(path).catch(() => null);
  if (known !== null) return known;
  const parent = resolve(path, '..');
  return parent === path ? path : join(await realPathOf(parent), relative(parent, path));
}
