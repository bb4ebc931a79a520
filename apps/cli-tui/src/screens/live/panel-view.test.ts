import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { lookOf } from '../parts/look.ts';
import type { PanelKind } from './panel-kind.ts';
import { PanelView } from './panel-view.tsx';
import { logPanel } from './panels/log-panel.ts';
import { midComparison } from './testing/live-runs.ts';

test('a panel is drawn again only when what it reads, or its room, has changed', () => {
  let draws = 0;
  const counted: PanelKind = {
    ...logPanel,
    draw: (run, room, look) => {
      draws += 1;
      return logPanel.draw(run, room, look);
    },
  };
  const place = { kind: counted, width: 60, height: 8, focused: false, scroll: 0, look: lookOf('en', {}) };
  const screen = render(createElement(PanelView, { ...place, run: midComparison }));
  screen.rerender(
    createElement(PanelView, { ...place, run: { ...midComparison, now: midComparison.now + 1000 } }),
  );
  expect(draws).toBe(1);
  screen.rerender(createElement(PanelView, { ...place, run: { ...midComparison, log: [] } }));
  expect(draws).toBe(2);
  screen.rerender(createElement(PanelView, { ...place, run: { ...midComparison, log: [] }, width: 50 }));
  expect(draws).toBe(3);
});
