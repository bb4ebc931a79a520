import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const coreSource = fileURLToPath(new URL('../../../packages/core/src/', import.meta.url));

/** A property that has a doc comment in a schema's source, with the names of the properties beside it. */
export type CommentedProperty = {
  readonly name: string;
  readonly siblings: ReadonlySet<string>;
  readonly text: string;
};

/** Doc comments of the properties in the files that match, relative to core's source folder. */
export function commentedProperties(pattern: string): readonly CommentedProperty[] {
  return globSync(pattern, { cwd: coreSource })
    .filter((path) => !path.endsWith('.test.ts'))
    .toSorted()
    .flatMap((path) => commentsIn(readFileSync(`${coreSource}${path}`, 'utf8')));
}

/** The text of a file of core. */
export const coreFile = (path: string): string => readFileSync(`${coreSource}${path}`, 'utf8');

/** The text of a doc comment, on one line. */
export const commentText = (comment: string): string =>
  comment
    .replace(/^\s*\*( |$)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const commentPattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)\??:/g;

function commentsIn(source: string): CommentedProperty[] {
  return [...source.matchAll(commentPattern)].flatMap((match) => {
    const [, comment = '', name] = match;
    const block = enclosingBlock(source, match.index);
    if (name === undefined || block === null) return [];
    return [{ name, siblings: propertiesOf(block), text: commentText(comment) }];
  });
}

/** The text between the braces around a position. */
function enclosingBlock(source: string, position: number): string | null {
  let depth = 0;
  for (let index = position - 1; index >= 0; index--) {
    if (source[index] === '}') depth++;
    if (source[index] !== '{') continue;
    if (depth > 0) depth--;
    else return source.slice(index + 1, closingBrace(source, index));
  }
  return null;
}

function closingBrace(source: string, opening: number): number {
  let depth = 0;
  for (let index = opening; index < source.length; index++) {
    if (source[index] === '{') depth++;
    if (source[index] === '}') depth--;
    if (depth === 0) return index;
  }
  return source.length;
}

/** Names that stand at the block's own level; shorthand and spread parts are passed over. */
function propertiesOf(block: string): ReadonlySet<string> {
  const names = new Set<string>();
  let depth = 0;
  let line = '';
  for (const character of block.replace(/\/\*\*[\s\S]*?\*\//g, '')) {
    if ('{[('.includes(character)) depth++;
    if ('}])'.includes(character)) depth--;
    if (depth > 0) continue;
    if (character === ',' || character === '\n') line = '';
    else line += character;
    const [, name] = /^\s*(\w+)\??:$/.exec(line) ?? [];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** The comment of a property of an object with these properties: the one whose neighbours are all among them. */
export function commentOf(
  comments: readonly CommentedProperty[],
  name: string,
  properties: readonly string[],
): string | null {
  const fitting = comments
    .filter(
      (comment) =>
        comment.name === name && [...comment.siblings].every((sibling) => properties.includes(sibling)),
    )
    .toSorted((left, right) => right.siblings.size - left.siblings.size);
  return fitting[0]?.text ?? null;
}
