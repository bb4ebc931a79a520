const emphasis = /(?<!\\)(?:\*\*|`|~~)/g;
const link = /\[([^\]]*)\]\([^)]*\)/g;
const emoji = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu;

/** The words of a piece of Markdown: without emphasis, code marks, links' addresses and emoji. */
export function plainText(markdown: string): string {
  const words = markdown
    .replace(link, '$1')
    .replace(emphasis, '')
    .replace(/\\([|*_])/g, '$1');
  return words.replace(emoji, '').replace(/\s+/g, ' ').trim();
}

/** A text without the remark in parentheses at its end, and the remark; `null` where there is none. */
export function withoutRemark(text: string): { readonly text: string; readonly remark: string | null } {
  const found = /^(.*\S)\s*\(([^()]*)\)$/u.exec(text);
  const [, before, remark] = found ?? [];
  return before === undefined || remark === undefined ? { text, remark: null } : { text: before, remark };
}
