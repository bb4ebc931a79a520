import { writeFile } from 'node:fs/promises';
import type { Result } from '@kneepoint/core';
import type { ReactElement } from 'react';
import { makeOutputFolder } from '../../documents/output-folder.ts';
import type { ResultScreenKind, ScreenProps } from '../app/screen-kind.ts';
import { screenText } from '../parts/screen-text.ts';
import { compareKeyHints } from './compare-keys.ts';
import { CompareView } from './compare-view.tsx';

/** The screen of two results or more, held against each other. */
export const compareScreen: ResultScreenKind<'compare'> = {
  title: ({ sources }, { compare }) => screenText(compare.against(sources.map(({ name }) => name))),
  keys: compareKeyHints,
  View: CompareOfScreen,
};

function CompareOfScreen({
  results,
  world,
  columns,
  rows,
  takeKeys,
}: ScreenProps<'compare'> & { readonly results: readonly Result[] }): ReactElement {
  return (
    <CompareView
      results={results}
      columns={columns}
      rows={rows}
      look={world.look}
      takeKeys={takeKeys}
      writeMarkdown={(text) => writeMarkdown(results, text)}
    />
  );
}

/** Writes the comparison to a new folder below `out`. */
async function writeMarkdown(results: readonly Result[], text: string): Promise<string> {
  const names = [...new Set(results.map(({ name }) => name))].join('-vs-');
  const folder = await makeOutputFolder(null, `compare-${names}`);
  await writeFile(folder.path('comparison.md'), text);
  return folder.shown('comparison.md');
}
