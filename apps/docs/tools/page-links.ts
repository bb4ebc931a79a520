import { posix } from 'node:path';
import { headingAnchor } from './markdown-page.ts';

/** Pages by their path under the content folder. */
export type PageTexts = ReadonlyMap<string, string>;

/** Links to pages that do not exist, or to headings that are not there; links to other sites are passed over. */
export function brokenLinks(pages: PageTexts): readonly string[] {
  return [...pages].flatMap(([path, text]) =>
    linksOf(text).flatMap((link) => {
      const [target = '', anchor] = link.split('#');
      const page = target === '' ? path : posix.join(posix.dirname(path), target);
      const linked = pages.get(page);
      if (linked === undefined) return [`${path}: ${link} is no page`];
      if (anchor === undefined || anchorsOf(linked).includes(anchor)) return [];
      return [`${path}: ${link} has no such heading`];
    }),
  );
}

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^\w+:/.test(link));

const anchorsOf = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    headingAnchor(heading),
  );
