import type { LivePanelName } from '../../../words/live-words.ts';
import type { PanelKind } from '../panel-kind.ts';
import { chartPanel } from './chart-panel.ts';
import { errorsPanel } from './errors-panel.ts';
import { gpuPanel } from './gpu-panel.ts';
import { latencyPanel } from './latency-panel.ts';
import { logPanel } from './log-panel.ts';
import { planPanel } from './plan-panel.ts';
import { serverPanel } from './server-panel.ts';
import { stagePanel } from './stage-panel.ts';
import { trustPanel } from './trust-panel.ts';

/** The panels of the live screen, in the order in which tab goes through them. */
export const panelKinds: Readonly<Record<LivePanelName, PanelKind>> = {
  plan: planPanel,
  chart: chartPanel,
  stage: stagePanel,
  latency: latencyPanel,
  trust: trustPanel,
  errors: errorsPanel,
  server: serverPanel,
  gpus: gpuPanel,
  log: logPanel,
};
