/** What each layer keeps of a token for later steps. */
export type KeyValueShape =
  /** A key and a value for each of `heads` heads. */
  | { kind: 'grouped'; heads: number; headSize: number }
  /** One compressed vector that stands for both (multi-head latent attention). */
  | { kind: 'latent'; elements: number };

/**
 * A language model's shape, as its configuration file says it. `parameters` are those of the text model, each counted
 * once (an output layer that is the embedding again is no second one); `activeParameters` those that one token needs.
 */
export type ModelFigures = {
  id: string;
  parameters: number;
  activeParameters: number;
  layers: number;
  hiddenSize: number;
  heads: number;
  keyValue: KeyValueShape;
  /** Layers that look back no further than `window` tokens; `null` where all see the whole context. */
  sliding: { layers: number; window: number } | null;
  vocabulary: number;
  /** Whether the output layer and the input embedding are one matrix. */
  tiedEmbeddings: boolean;
  /** Bits of a weight as its author publishes it. */
  weightBits: number;
  source: string;
};
