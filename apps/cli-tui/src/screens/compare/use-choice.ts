import { useRef, useState } from 'react';
import type { PressedKey } from '../parts/use-keys.ts';
import {
  type Choice,
  firstChoice,
  nextBaseline,
  type Side,
  toggled,
  withBaseline,
} from './compared-sides.ts';

/** Which sides are compared, and the list in which that is changed while it is open. */
export type ChoiceState = {
  readonly choice: Choice;
  /** The side that the cursor is at; `null` while the list is closed. */
  readonly cursor: number | null;
};

/** How a choice is changed. Keys that arrive at once are each held against what the one before led to. */
export type ChoiceControls = {
  now(): ChoiceState;
  open(): void;
  nextBaseline(): void;
  /** A key while the list is open. */
  press(pressed: PressedKey): void;
};

/** The choice of a comparison of these sides. */
export function useChoice(sides: readonly Side[]): readonly [ChoiceState, ChoiceControls] {
  const current = useRef<ChoiceState | null>(null);
  const [, setSeen] = useState<ChoiceState | null>(null);
  current.current ??= { choice: firstChoice(sides), cursor: null };
  const state = current.current;
  const now = (): ChoiceState => current.current ?? state;
  const set = (next: ChoiceState): void => {
    current.current = next;
    setSeen(next);
  };
  return [
    state,
    {
      now,
      open: () => set({ ...now(), cursor: now().choice.baseline }),
      nextBaseline: () => set({ ...now(), choice: nextBaseline(now().choice) }),
      press: (pressed) => set(pressedChoice(now(), pressed, sides.length)),
    },
  ];
}

/** The state after a key in the open list. */
export function pressedChoice(state: ChoiceState, { letter, key }: PressedKey, count: number): ChoiceState {
  const { choice, cursor } = state;
  if (cursor === null) return state;
  if (key.escape || letter === 'c' || letter === 'q') return { ...state, cursor: null };
  if (key.downArrow || letter === 'j') return { ...state, cursor: Math.min(count - 1, cursor + 1) };
  if (key.upArrow || letter === 'k') return { ...state, cursor: Math.max(0, cursor - 1) };
  if (key.return) return { ...state, choice: withBaseline(choice, cursor) };
  return letter === ' ' ? { ...state, choice: toggled(choice, cursor) } : state;
}
