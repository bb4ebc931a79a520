import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { auditPage } from './audit-page.ts';
import { allCommandHelp, type CommandHelp } from './command-line-help.ts';
import { commandsPage } from './commands-page.ts';
import { gatePage } from './gate-page.ts';
import type { DocumentPage } from './markdown-page.ts';
import { planPage } from './plan-page.ts';
import { resultPage } from './result-page.ts';
import { thresholdsPage } from './thresholds-page.ts';
import { trustPage } from './trust-page.ts';

/** Where the pages of the site lie. */
export const contentFolder = fileURLToPath(new URL('../src/content/docs/', import.meta.url));

/** Every page that is made from the code; this list is where a new one is added. */
export function referencePages(commands: readonly CommandHelp[]): readonly DocumentPage[] {
  return [
    commandsPage(commands),
    thresholdsPage(),
    resultPage(),
    planPage(),
    trustPage(),
    auditPage(),
    gatePage(),
  ];
}

async function main(): Promise<void> {
  for (const { path, text } of referencePages(await allCommandHelp())) {
    mkdirSync(dirname(`${contentFolder}${path}`), { recursive: true });
    writeFileSync(`${contentFolder}${path}`, text);
    console.log(path);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
