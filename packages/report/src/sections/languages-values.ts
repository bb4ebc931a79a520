import type { Stage } from '@kneepoint/core';
import { repeatedFigure, type TargetLevel } from '../model/level.ts';

type Quality = NonNullable<Stage['quality']>;

/** The judged stages of a target in a language. */
export const qualitiesOf = (target: TargetLevel): readonly Quality[] =>
  target.stages.flatMap((stage) => stage.quality ?? []);

/** Tokens of a visible character over all judged answers; `null` where either is unknown. */
export function tokensPerCharacter(target: TargetLevel): number | null {
  const known = qualitiesOf(target).flatMap(({ characters, tokens }) =>
    characters === null || tokens === null ? [] : [{ characters, tokens }],
  );
  const characters = known.reduce((sum, part) => sum + part.characters, 0);
  if (characters === 0) return null;
  return known.reduce((sum, part) => sum + part.tokens, 0) / characters;
}

/** Visible characters per second of an answer: its speed in tokens over the tokens of a character. */
export function charactersPerSecond(target: TargetLevel): number | null {
  const speed = repeatedFigure(target, (stage) => stage.metrics.requestSpeed);
  const tokens = tokensPerCharacter(target);
  return speed === null || tokens === null || tokens === 0 ? null : speed.mean / tokens;
}

/** Answers of a target in a language over all repeats; `null` where a repeat does not say. */
export function answersOf(target: TargetLevel): number | null {
  const counts = target.stages.flatMap((stage) => stage.counts?.completed ?? []);
  return counts.length < target.stages.length ? null : counts.reduce((sum, count) => sum + count, 0);
}
