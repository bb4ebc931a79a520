import { cleanText } from '../write/clean-text.ts';

/** An element with its attributes and either children or text. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly XmlElement[];
  readonly text?: string;
};

/** A document of XML 1.0 in UTF-8, two spaces a level; text is written without any space of its own around it. */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;

function written({ name, attributes, children = [], text }: XmlElement, indent: string): string {
  const open = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const start = `${indent}<${name}${open.join('')}`;
  if (text !== undefined) return `${start}>${escapeXml(text)}</${name}>`;
  if (children.length === 0) return `${start}/>`;
  const inner = children.map((child) => written(child, `${indent}  `)).join('\n');
  return `${start}>\n${inner}\n${indent}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way to write become U+FFFD, as every character does that is not seen. */
const escapeXml = (text: string): string =>
  cleanText(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** A reader turns a plain newline or tab of an attribute into a space. */
const attributeText = (text: string): string =>
  escapeXml(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
