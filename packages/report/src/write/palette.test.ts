import { expect, test } from 'vitest';
import { chartColours, linePalettes } from '../chart/chart-style.ts';
import { pagePalettes } from './page-palette.ts';

/** WCAG 2: at least 4.5 for text, 3 for lines, bars and marks. */
const leastForText = 4.5;
const leastForShapes = 3;
const themes = ['light', 'dark'] as const;

/** Relative luminance of a colour as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first);
  return (high + 0.05) / (low + 0.05);
}

test('black on white has the contrast that WCAG names', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(themes)('each text of the %s page can be read on both of its grounds', (theme) => {
  const { ground, raised, text, soft, accent, best, suspect, invalid } = pagePalettes[theme];
  for (const colour of [text, soft, accent, best, suspect, invalid]) {
    expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(leastForText);
    expect(contrast(colour, raised), `${colour} on ${raised}`).toBeGreaterThanOrEqual(leastForText);
  }
});

test.each(themes)('each text of a %s chart can be read, also on the ground of the load', (theme) => {
  const { ground, load, text, soft } = chartColours[theme];
  for (const colour of [text, soft, ...linePalettes[theme]]) {
    expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(leastForText);
  }
  expect(contrast(soft, load)).toBeGreaterThanOrEqual(leastForText);
  for (const colour of linePalettes[theme]) {
    expect(contrast(colour, load)).toBeGreaterThanOrEqual(leastForShapes);
  }
});
