import { parseDocument } from 'yaml';

/** A value to be written into a plan: instead of what stands there, or only where nothing does. */
export type PlanChange = {
  readonly path: readonly string[];
  readonly value: string | number | readonly string[];
  readonly where: 'always' | 'missing';
};

/**
 * The text of a plan with changes written into it; remarks and the rest stay. A text to which nothing changes is returned
 * as it is. The plan has to be a valid one.
 */
export function planTextWith(text: string, changes: readonly PlanChange[]): string {
  const document = parseDocument(text);
  const needed = changes.filter(({ path, where }) => where === 'always' || !document.hasIn(path));
  for (const { path, value } of needed) document.setIn(path, document.createNode(value));
  return needed.length === 0 ? text : document.toString({ lineWidth: 0 });
}
