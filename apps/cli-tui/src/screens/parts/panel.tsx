import type { ReactElement } from 'react';
import { Lines } from './lines.tsx';
import { type PanelOptions, panelLines } from './panel-lines.ts';
import type { Theme } from './theme.ts';

/** A titled frame of a fixed size as a component. */
export function Panel(options: Omit<PanelOptions, 'marks'> & { readonly theme: Theme }): ReactElement {
  const { theme, ...panel } = options;
  const lines = panelLines({ ...panel, marks: theme.marks });
  return <Lines lines={lines} width={panel.width} height={panel.height} theme={theme} />;
}
