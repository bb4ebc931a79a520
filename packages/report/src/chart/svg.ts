import { escapeHtml } from '../write/escape-html.ts';
import { chartStyle } from './chart-style.ts';

/** A tenth of a unit is finer than any screen, and keeps the file small and the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

type TextOptions = {
  readonly x: number;
  readonly y: number;
  readonly kind: 'tick' | 'title' | 'legend' | 'label' | 'note';
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly series?: number;
};

/** A text at a place of the view box. */
export function svgText(text: string, { x, y, kind, anchor, series }: TextOptions): string {
  const line = series === undefined ? '' : ` kp-line-${series}`;
  const anchored = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="kp-${kind}${line}" x="${round(x)}" y="${round(y)}"${anchored}>${escapeHtml(text)}</text>`;
}

/** A chart as one SVG element without a style: a page holds that once, a file of its own gets it by `standaloneSvg`. */
export function svgDocument(
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly description: string },
  parts: readonly string[],
): string {
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kp-chart" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" role="img">`,
    `<title>${escapeHtml(words.title)}</title>`,
    `<desc>${escapeHtml(words.description)}</desc>`,
    `<rect class="kp-ground" width="${width}" height="${round(height)}" rx="6"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** The chart as the content of a file: with its style inside. */
export function standaloneSvg(svg: string): string {
  return svg.replace('</desc>', () => `</desc>\n<style>${chartStyle}</style>`);
}
