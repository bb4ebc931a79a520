import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

/** Runs every property test with fresh seeds, round after round, and names the seed of a round that fails: `node tools/explore-properties.ts [ROUNDS]`. */
const rounds = Number(process.argv[2] ?? 10);
const files = globSync('{packages,apps}/*/src/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes("from 'fast-check'"),
);
const failedSeeds: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const seed = Math.floor(Math.random() * 0x7fff_ffff);
  console.log(`\n== round ${round} of ${rounds}: KNEEPOINT_PROPERTY_SEED=${seed}, ${files.length} files`);
  const { status } = spawnSync('vitest', ['run', '--project', 'unit', '--reporter', 'dot', ...files], {
    stdio: 'inherit',
    env: { ...process.env, KNEEPOINT_PROPERTY_SEED: String(seed) },
  });
  if (status !== 0) failedSeeds.push(seed);
}
console.log(
  failedSeeds.length === 0 ? `\n${rounds} rounds passed` : `\nfailed with seed ${failedSeeds.join(', ')}`,
);
process.exitCode = failedSeeds.length === 0 ? 0 : 1;
