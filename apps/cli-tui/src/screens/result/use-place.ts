import { useRef, useState } from 'react';
import {
  firstState,
  nextState,
  type ResultAction,
  type ResultRoom,
  type ResultState,
  settled,
} from './result-state.ts';

/**
 * Where the person is, and how to go on; `null` only asks. Keys that arrive at once are each held against the place that
 * the one before led to, so it is kept beside React's state.
 */
export function usePlace(
  book: ResultRoom,
): readonly [ResultState, (action: ResultAction | null) => ResultState] {
  const place = useRef(firstState);
  const [, setSeen] = useState(firstState);
  const waiting = useRef<ResultAction[]>([]);
  // The other chapters come a moment after the first one: a key that leads to them waits for them.
  if (book.pages > 1)
    for (const action of waiting.current.splice(0))
      place.current = nextState(settled(place.current, book), action, book);
  const state = settled(place.current, book);
  const act = (action: ResultAction | null): ResultState => {
    if (action === null) return place.current;
    if (book.pages === 1 && (action.kind === 'turn' || action.kind === 'number')) {
      waiting.current.push(action);
      return place.current;
    }
    place.current = nextState(settled(place.current, book), action, book);
    setSeen(place.current);
    return place.current;
  };
  return [state, act];
}
