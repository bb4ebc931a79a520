import { profiles, startSimulatedServer } from '@kneepoint/sim-server';

/**
 * A server that a test deploys: `serve --port N` answers requests, `serve --port N --never` says its lines and waits for
 * ever, `serve --port N --broken` says why it cannot start and ends.
 */
async function main(words: readonly string[]): Promise<void> {
  const port = Number(words[words.indexOf('--port') + 1]);
  console.log(`reading the weights ${words.join(' ')}`);
  if (words.includes('--broken')) {
    console.log('no kernel image is available for execution on the device');
    process.exit(1);
  }
  if (words.includes('--never')) {
    setInterval(() => {}, 60_000);
    return;
  }
  await startSimulatedServer({ profile: profiles.ideal, port });
  console.log('listening');
}

await main(process.argv.slice(2));
