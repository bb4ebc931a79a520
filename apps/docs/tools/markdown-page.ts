/** A page of the documentation: its place under `src/content/docs/`, and its whole text. */
export type DocumentPage = { readonly path: string; readonly text: string };

/** The front matter that the site needs, and below it the body. */
export function markdownPage(
  path: string,
  { title, description }: { readonly title: string; readonly description: string },
  blocks: readonly string[],
): DocumentPage {
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    '---',
  ];
  return { path, text: `${[head.join('\n'), ...blocks].join('\n\n')}\n` };
}

/** A line that says where a generated page comes from, so that nobody edits it by hand. */
export const generatedNote =
  '<!-- Made from the code by `node --run reference` in apps/docs; do not edit. -->';

/** A table; line ends and bars inside a cell are made harmless. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text as code, empty where there is none. */
export const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** The name that a heading has as a link target on the page. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const cellText = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
