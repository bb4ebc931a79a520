import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** A registry with one image, and what it was asked. */
export type ImageRegistry = {
  /** `127.0.0.1:PORT/name:tag` for `docker pull`. */
  readonly reference: string;
  readonly digest: string;
  readonly close: () => Promise<void>;
};

type Blob = { readonly digest: string; readonly bytes: Buffer; readonly type: string };

const types = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar',
} as const;

/** Serves an image of one layer, an uncompressed tar, by the registry's HTTP protocol. */
export async function startImageRegistry(layerTar: Buffer): Promise<ImageRegistry> {
  const layer = blobOf(layerTar, types.layer);
  const config = blobOf(
    json({
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    }),
    types.config,
  );
  const manifest = blobOf(
    json({ schemaVersion: 2, mediaType: types.manifest, config: entryOf(config), layers: [entryOf(layer)] }),
    types.manifest,
  );
  const server = createServer((question, answer) => {
    const path = question.url ?? '';
    const found = /\/manifests\/(?:one|sha256:)/.test(path)
      ? manifest
      : [layer, config].find(({ digest }) => path.endsWith(`/blobs/${digest}`));
    if (path === '/v2/') answer.writeHead(200).end();
    else if (found === undefined)
      answer.writeHead(404, { 'content-type': 'application/json' }).end(unknownManifest);
    else {
      answer.writeHead(200, {
        'content-type': found.type,
        'content-length': found.bytes.length,
        'docker-content-digest': found.digest,
      });
      answer.end(question.method === 'HEAD' ? undefined : found.bytes);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    reference: `127.0.0.1:${port}/kneepoint/empty:one`,
    digest: `127.0.0.1:${port}/kneepoint/empty@${manifest.digest}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

const unknownManifest = JSON.stringify({
  errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }],
});

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const blobOf = (bytes: Buffer, type: string): Blob => ({
  digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  bytes,
  type,
});

const entryOf = ({ digest, bytes, type }: Blob) => ({ mediaType: type, size: bytes.length, digest });
