import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdleConnections } from './idle-connections.ts';

test('the connection that was added last is taken first', () => {
  const idle = new IdleConnections<{ idlePosition: number }>();
  const [first, second] = [{ idlePosition: -1 }, { idlePosition: -1 }];
  idle.add(first);
  idle.add(second);
  expect([idle.take(), idle.take(), idle.take()]).toEqual([second, first, undefined]);
});

test('whatever leaves from the middle, the others are all there, each once', () => {
  const steps = fc.array(
    fc.oneof(
      fc.constant('add' as const),
      fc.constant('add' as const),
      fc.constant('take' as const),
      fc.nat(30),
    ),
  );
  fc.assert(
    fc.property(steps, (script) => {
      const idle = new IdleConnections<{ idlePosition: number }>();
      const inside = new Set<{ idlePosition: number }>();
      for (const step of script) {
        if (step === 'add') {
          const connection = { idlePosition: -1 };
          idle.add(connection);
          inside.add(connection);
        } else if (step === 'take') {
          const taken = idle.take();
          expect(taken === undefined ? inside.size === 0 : inside.delete(taken)).toBe(true);
        } else {
          const chosen = [...inside][step % Math.max(1, inside.size)];
          if (chosen === undefined) continue;
          idle.remove(chosen);
          idle.remove(chosen);
          inside.delete(chosen);
        }
        expect(idle.size).toBe(inside.size);
      }
    }),
  );
});
