import type { MeasuredTarget, Result } from '@kneepoint/core';
import { screenText } from '../parts/screen-text.ts';
import { targetLetter } from '../parts/target-mark.ts';

/** A target of a result that can be compared; its place decides its letter and colour everywhere. */
export type Side = MeasuredTarget & {
  readonly place: number;
  /** `A vllm`: the letter, and the target's name, with its result's where another side has the same. */
  readonly name: string;
};

/** Which sides are compared, by their places, and which of them the others are held against. */
export type Choice = { readonly baseline: number; readonly included: readonly number[] };

/** Every target of every result, in their order. */
export function sidesOf(results: readonly Result[]): readonly Side[] {
  const all = results.flatMap((result) => result.targets.map(({ name }) => ({ result, target: name })));
  return all.map((own, place) => {
    const alike = all.filter(({ target }) => target === own.target);
    const isTold = new Set(alike.map(({ result }) => result.name)).size === alike.length;
    const remark =
      alike.length === 1
        ? ''
        : ` (${isTold ? own.result.name : own.result.createdAt.slice(0, 16).replace('T', ' ')})`;
    return { ...own, place, name: screenText(`${targetLetter(place)} ${own.target}${remark}`) };
  });
}

/**
 * The first target against the others of its result where there is one result; against the target of the same name in
 * each other result, or all of its targets where none is called so, where there are several.
 */
export function firstChoice(sides: readonly Side[]): Choice {
  const [baseline] = sides;
  if (baseline === undefined) return { baseline: 0, included: [] };
  const results = [...new Set(sides.map(({ result }) => result))];
  const wanted = (result: Result): readonly Side[] => {
    const own = sides.filter((side) => side.result === result);
    if (results.length === 1) return own;
    const same = own.filter(({ target }) => target === baseline.target);
    if (result === baseline.result) return [baseline];
    return same.length > 0 ? same : own;
  };
  return { baseline: baseline.place, included: results.flatMap(wanted).map(({ place }) => place) };
}

/** The choice with another baseline, which is included. */
export const withBaseline = (choice: Choice, place: number): Choice => ({
  baseline: place,
  included: choice.included.includes(place)
    ? choice.included
    : [...choice.included, place].sort((a, b) => a - b),
});

/** The choice with a side more or less; the baseline stays. */
export function toggled(choice: Choice, place: number): Choice {
  if (place === choice.baseline) return choice;
  const included = choice.included.includes(place)
    ? choice.included.filter((own) => own !== place)
    : [...choice.included, place].sort((a, b) => a - b);
  return { ...choice, included };
}

/** The next of the included sides becomes the baseline. */
export function nextBaseline(choice: Choice): Choice {
  const at = choice.included.indexOf(choice.baseline);
  return { ...choice, baseline: choice.included[(at + 1) % choice.included.length] ?? choice.baseline };
}
