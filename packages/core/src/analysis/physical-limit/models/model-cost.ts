import type { ModelFigures } from './model-figures.ts';

/** Elements that all layers keep of one token. */
export function keyValueElementsPerToken(model: Pick<ModelFigures, 'layers' | 'keyValue'>): number {
  return model.layers * elementsPerLayer(model.keyValue);
}

/**
 * Elements of one user's cache that a step at this context reads: layers with a sliding window read no more than it.
 */
export function keyValueElementsRead(
  model: Pick<ModelFigures, 'layers' | 'keyValue' | 'sliding'>,
  context: number,
): number {
  const perLayer = elementsPerLayer(model.keyValue);
  const sliding = model.sliding ?? { layers: 0, window: 0 };
  const seen = (model.layers - sliding.layers) * context + sliding.layers * Math.min(context, sliding.window);
  return seen * perLayer;
}

/**
 * Least floating point operations for one token: two for each weight that it meets (the input embedding is looked up,
 * not multiplied). Attention over the context comes on top and is left out, so the limit stays one.
 */
export function flopsPerToken(
  model: Pick<ModelFigures, 'activeParameters' | 'vocabulary' | 'hiddenSize' | 'tiedEmbeddings'>,
): number {
  const lookedUp = model.tiedEmbeddings ? 0 : model.vocabulary * model.hiddenSize;
  return 2 * (model.activeParameters - lookedUp);
}

function elementsPerLayer(shape: ModelFigures['keyValue']): number {
  return shape.kind === 'latent' ? shape.elements : 2 * shape.heads * shape.headSize;
}
