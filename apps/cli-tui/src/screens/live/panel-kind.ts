import type { LiveRun } from '../../live/live-run.ts';
import type { LivePanelName } from '../../words/live-words.ts';
import type { Line } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';

/** The room inside a panel's frame, and how far a person scrolled in it (lines; 0 is where it starts by itself). */
export type PanelRoom = { readonly width: number; readonly height: number; readonly scroll: number };

/** What a panel shows. */
export type PanelContent = {
  readonly title: string;
  readonly aside?: string;
  readonly lines: readonly Line[];
};

/** A panel of the live screen. One is a file beside its siblings and a line in `panelKinds`. */
export type PanelKind = {
  readonly name: LivePanelName;
  /** The parts of a run that it draws: while they are the same objects, it is not drawn again. */
  reads(run: LiveRun): readonly unknown[];
  /** Whether there is anything to show; a panel without takes no room where room is scarce. */
  hasContent(run: LiveRun): boolean;
  draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent;
};
