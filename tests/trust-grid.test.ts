import { expect, test } from 'vitest';
import {
  type JudgedCell,
  judgeTrustCell,
  measureTrustGrid,
  trustGrid,
  trustGridRow,
} from '../benchmarks/trust-grid.ts';

/** Users of a light load on a quiet host: well inside what any host can measure. */
const lightUsers = 16;

const nameOf = ({ attempts }: JudgedCell): string => attempts.map(trustGridRow).join('\n');

test('no stage is valid whose time to first token or gap is wrong, from a light load to several times the ceiling', async () => {
  const lines: string[] = [];
  const cells = await measureTrustGrid((line) => void lines.push(line));
  console.log(lines.join('\n'));
  expect(cells).toHaveLength(trustGrid.length);
  expect(cells.filter(({ breaksRule }) => breaksRule).map(nameOf)).toEqual([]);
  expect(cells.flatMap(({ attempts }) => attempts).filter(({ verdict }) => verdict !== 'valid')).not.toEqual(
    [],
  );
}, 900_000);

test('a light load is valid, in one of three attempts on a host with other work', async () => {
  const light = trustGrid.filter(({ users, busyLoops }) => users <= lightUsers && busyLoops === 0);
  expect(light).not.toEqual([]);
  for (const load of light) {
    const verdicts: string[] = [];
    while (verdicts.length < 3 && !verdicts.includes('valid')) {
      const { attempts } = await judgeTrustCell(load);
      verdicts.push(...attempts.map(({ verdict }) => verdict));
    }
    expect(verdicts, JSON.stringify(load)).toContain('valid');
  }
}, 300_000);
