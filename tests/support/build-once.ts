import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sourceFolders = ['apps/cli-tui', 'packages', 'examples'] as const;

/** Builds the command line before the end-to-end tests when it is missing or older than any source. */
export default function buildOnce(): void {
  const built = modifiedAt(join(root, 'apps/cli-tui/dist/main.js'));
  if (sourceFolders.every((folder) => newestIn(join(root, folder)) < built)) return;
  execFileSync(process.execPath, ['--run', 'build'], { cwd: join(root, 'apps/cli-tui'), stdio: 'pipe' });
}

function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.turbo'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : modifiedAt(path));
  }
  return newest;
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
