export { buildComparison, buildResult, buildTarget } from './build-result.ts';
export {
  buildStage,
  distribution,
  figure,
  type StageChoice,
  unknownDistribution,
  unknownFigure,
} from './build-stage.ts';
export { oneTargetResult, twoTargetsResult } from './sample-results.ts';
