import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseOwnResult } from '@kneepoint/core';
import { type Figure, type PeerReading, unknownFigure } from '../figure.ts';
import type { PeerClient } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';

const program = fileURLToPath(new URL('../../../apps/cli-tui/dist/main.js', import.meta.url));
const resultFile = 'result.json';

/** Our own command line, as it is built, with everything that it measures. */
export const kneepoint: PeerClient = {
  name: 'kneepoint',
  title: 'Kneepoint',
  shortStreamRequests: 30_000,
  install: async () => {},
  missing: () => (existsSync(program) ? null : 'not built (run the build)'),
  command: async ({ load, url, folder }) => ({
    program: process.execPath,
    arguments: [
      ...[program, 'bench', url, '--quiet', '--output', join(folder, resultFile)],
      ...['--users', String(load.users), '--requests', String(load.requests)],
      ...['--input-tokens', String(inputTokens), '--output-tokens', String(load.outputTokens)],
    ],
    environment: { XDG_DATA_HOME: folder },
  }),
  read: async (folder): Promise<PeerReading> => {
    const file = join(folder, resultFile);
    const [stage] = parseOwnResult(await readFile(file, 'utf8'), file).stages;
    if (stage === undefined) throw new Error('the result has no stage');
    const { ttft, tokenGap, chunkGap } = stage.whole.metrics;
    const gap = (tokenGap.count ?? 0) > 0 ? tokenGap : chunkGap;
    return { firstTokenMean: figure(ttft.mean), gapP99: figure(gap.p99) };
  },
};

const figure = (micros: number | null): Figure =>
  micros === null ? unknownFigure('too few samples') : { micros };
