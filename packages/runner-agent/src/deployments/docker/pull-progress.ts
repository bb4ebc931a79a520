/** How far the download of an image is. */
export type PullProgress = {
  readonly image: string;
  readonly layers: number;
  readonly layersDone: number;
  /** Of the layers whose size is known by now. */
  readonly downloadedBytes: number;
  readonly totalBytes: number;
};

/** One message of a pull, as the engine sends it. */
export type PullMessage = {
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly progressDetail?:
    | { readonly current?: number | undefined; readonly total?: number | undefined }
    | undefined;
};

type Layer = { current: number; total: number; done: boolean };

const doneStatus = /^(?:Pull complete|Already exists)$/;
const layerStatus =
  /^(?:Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete|Already exists)$/;

/** Adds the messages of a pull up; returns `null` as long as less than one percent has changed. */
export function createPullCounter(image: string): (message: PullMessage) => PullProgress | null {
  const layers = new Map<string, Layer>();
  let told = '';
  return ({ id, status = '', progressDetail }) => {
    if (id === undefined || !layerStatus.test(status)) return null;
    const layer = layers.get(id) ?? { current: 0, total: 0, done: false };
    layers.set(id, layer);
    if (status === 'Downloading') {
      layer.current = progressDetail?.current ?? layer.current;
      layer.total = progressDetail?.total ?? layer.total;
    }
    if (status === 'Download complete') layer.current = layer.total;
    if (doneStatus.test(status)) {
      layer.current = layer.total;
      layer.done = true;
    }
    const progress = summed(image, [...layers.values()]);
    const percent =
      progress.totalBytes === 0 ? 0 : Math.floor((progress.downloadedBytes * 100) / progress.totalBytes);
    const worthTelling = `${progress.layers}/${progress.layersDone}/${percent}`;
    if (worthTelling === told) return null;
    told = worthTelling;
    return progress;
  };
}

const summed = (image: string, layers: readonly Layer[]): PullProgress => ({
  image,
  layers: layers.length,
  layersDone: layers.filter(({ done }) => done).length,
  downloadedBytes: layers.reduce((sum, { current }) => sum + current, 0),
  totalBytes: layers.reduce((sum, { total }) => sum + total, 0),
});
