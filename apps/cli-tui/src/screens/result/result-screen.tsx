import type { Result } from '@kneepoint/core';
import type { ReactElement } from 'react';
import { makeOutputFolder } from '../../documents/output-folder.ts';
import { writeReports } from '../../documents/write-reports.ts';
import type { MessageLanguage } from '../../words/message-language.ts';
import type { ResultScreenKind, ScreenProps } from '../app/screen-kind.ts';
import { screenText } from '../parts/screen-text.ts';
import { resultKeyHints } from './result-keys.ts';
import { ResultView } from './result-view.tsx';

/** The screen of one result, wherever it comes from. */
export const resultScreen: ResultScreenKind<'result'> = {
  title: ({ source }) => screenText(source.name),
  keys: resultKeyHints,
  View: ResultOfScreen,
};

function ResultOfScreen(
  options: ScreenProps<'result'> & { readonly results: readonly Result[] },
): ReactElement | null {
  const { results, world, columns, rows, takeKeys } = options;
  const [result] = results;
  if (result === undefined) return null;
  return (
    <ResultView
      result={result}
      columns={columns}
      rows={rows}
      look={world.look}
      takeKeys={takeKeys}
      writeReport={(language) => writeReport(result, language)}
    />
  );
}

/** Writes the documents to a new folder below `out`. */
async function writeReport(result: Result, language: MessageLanguage) {
  const folder = await makeOutputFolder(null, result.name);
  const written = await writeReports(result, {
    folder,
    languages: [language],
    formats: ['markdown', 'html', 'json'],
  });
  // A chart is part of the Markdown file beside it.
  const names = written.filter((name) => !name.endsWith('.svg'));
  return { folder: folder.shown(''), names };
}
