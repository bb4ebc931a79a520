import { writeFile } from 'node:fs/promises';
import { type GateRates, simulateGate } from '@kneepoint/core';

const trials = 4000;
const allowed = 0.05;
const changes = [0, -0.03, -0.05, -0.07, -0.1] as const;

/**
 * Simulates the gate of `kneepoint diff` by its own code, and writes how often it answers what:
 * `node benchmarks/gate-error-rates.ts`. Nothing is measured, so every machine writes the same table.
 */
async function main(): Promise<void> {
  const text = [
    '# Error rates of the gate',
    '',
    `Simulated by the gate's own code: ${trials.toLocaleString('en')} judged figures behind each entry, lognormal repeats, a metric where higher is better, 5 % allowed.`,
    'Noise is the standard deviation from repeat to repeat, as a share; the change is the true one.',
    'An entry reads PASS / FAIL / INCONCLUSIVE in per cent. With a smaller change than allowed every FAIL is wrong, with a larger one every PASS;',
    'at exactly what is allowed the two stay at about 2.5 % each.',
    '',
    '## One figure',
    '',
    ...table(1),
    '',
    '## Ten figures judged together',
    '',
    'One that fails fails the gate, else one that is undecided leaves it undecided. All ten have the same true change.',
    '',
    ...table(10),
    '',
  ].join('\n');
  await writeFile(new URL('results/gate-error-rates.md', import.meta.url), text);
}

function table(cells: number): string[] {
  const titles = changes.map((change) => (change === 0 ? 'no change' : `${(100 * change).toFixed(0)} %`));
  const rows = [3, 5, 10].flatMap((repeats) =>
    [0.01, 0.02, 0.03, 0.05].map((noise) => {
      const rates = changes.map((change) =>
        ratesText(simulateGate({ repeats, noise, change, allowed, cells, trials: trials / cells, seed: 1n })),
      );
      return `| ${repeats} | ${(100 * noise).toFixed(0)} % | ${rates.join(' | ')} |`;
    }),
  );
  return [
    `| repeats | noise | ${titles.join(' | ')} |`,
    `| ---: | ---: |${changes.map(() => ' ---: |').join('')}`,
    ...rows,
  ];
}

const ratesText = ({ pass, fail, inconclusive }: GateRates): string =>
  [pass, fail, inconclusive].map(percent).join(' / ');

const percent = (share: number): string => (100 * share).toFixed(1);

await main();
