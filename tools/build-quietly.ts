import { spawnSync } from 'node:child_process';

/** Builds what changed and says nothing; when the build fails, it says everything. Nothing goes to stdout: that is the result's. */
const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
  encoding: 'utf8',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
});
if (build.error !== undefined) console.error(`the build could not be started: ${build.error.message}`);
if (build.status !== 0) {
  console.error(build.stdout);
  console.error(build.stderr);
  process.exitCode = 1;
}
