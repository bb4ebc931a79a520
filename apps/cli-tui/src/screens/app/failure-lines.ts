import { KneepointError } from '@kneepoint/core';
import { wrapToWidth } from '@kneepoint/report';
import { type Line, line } from '../parts/line.ts';
import { screenText } from '../parts/screen-text.ts';

/** An error as a few lines: a title, the sentence, and what to do next where somebody knows. Never a stack. */
export function failureLines(
  error: unknown,
  { title, width }: { readonly title: string; readonly width: number },
): readonly Line[] {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof KneepointError ? error.hint : null;
  const wrapped = (text: string): readonly string[] => wrapToWidth(screenText(text), Math.max(10, width - 4));
  return [
    [],
    line(`  ${title}`, 'caution', true),
    [],
    ...wrapped(message).map((text) => line(`  ${text}`)),
    ...(hint === null ? [] : [[], ...wrapped(hint).map((text) => line(`  ${text}`, 'muted'))]),
  ];
}
