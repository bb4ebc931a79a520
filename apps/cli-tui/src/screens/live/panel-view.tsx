import { memo, type ReactElement } from 'react';
import type { LiveRun } from '../../live/live-run.ts';
import type { Look } from '../parts/look.ts';
import { Panel } from '../parts/panel.tsx';
import type { PanelKind } from './panel-kind.ts';

type PanelProps = {
  readonly kind: PanelKind;
  readonly run: LiveRun;
  readonly width: number;
  readonly height: number;
  readonly focused: boolean;
  readonly scroll: number;
  readonly look: Look;
};

/** A panel in its place; drawn again only when what it reads of the run is another object, or its room has changed. */
export const PanelView = memo(function PanelView(options: PanelProps): ReactElement {
  const { kind, run, width, height, focused, scroll, look } = options;
  const room = { width: Math.max(0, width - 4), height: Math.max(0, height - 2), scroll };
  const content = kind.draw(run, room, look);
  return <Panel {...content} width={width} height={height} focused={focused} theme={look.theme} />;
}, isSame);

function isSame(before: PanelProps, after: PanelProps): boolean {
  const { kind, width, height, focused, scroll, look } = after;
  if (before.kind !== kind || before.width !== width || before.height !== height || before.look !== look)
    return false;
  if (before.focused !== focused || before.scroll !== scroll) return false;
  const read = kind.reads(after.run);
  return kind.reads(before.run).every((part, index) => part === read[index]);
}
