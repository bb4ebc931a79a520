import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type PeerReading, unknownFigure } from '../figure.ts';
import type { PeerClient } from '../peer-client.ts';
import { readLastJsonLine } from '../python-json.ts';

const program = fileURLToPath(new URL('../../floor-process.ts', import.meta.url));
const result = z.object({ firstTokenMean: z.number() });

/** The barest reader: sockets and a count of events, no client that one could use. What the others are to be held against. */
export const bareReader: PeerClient = {
  name: 'bare-reader',
  title: 'bare socket reader (no client: for reference)',
  shortStreamRequests: 30_000,
  install: async () => {},
  missing: () => null,
  command: async ({ load, url }) => ({
    program: process.execPath,
    arguments: [program, url, String(load.users), String(load.requests), String(load.outputTokens)],
    environment: {},
  }),
  read: async (folder): Promise<PeerReading> => {
    const { firstTokenMean } = result.parse(await readLastJsonLine(join(folder, 'stdout.txt')));
    return { firstTokenMean: { micros: firstTokenMean }, gapP99: unknownFigure('it keeps no gaps') };
  },
};
