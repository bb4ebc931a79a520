import { spawn } from 'node:child_process';
import type { DeploymentOrder } from '../deployer.ts';

/** An agent in a process of its own, once its server is ready and what is to be done besides was done. */
export async function startKillableAgent(
  order: DeploymentOrder,
  { folder, afterwards }: { readonly folder: string; readonly afterwards: string },
): Promise<{ readonly kill: () => Promise<void> }> {
  const module = new URL('../create-deployer.ts', import.meta.url).href;
  const program = `import { createDeployer } from ${JSON.stringify(module)};
    const deployer = await createDeployer({ agentId: 'test', stateFolder: ${JSON.stringify(folder)}, environment: process.env });
    const deployment = deployer.start(${JSON.stringify(order)});
    const family = ${JSON.stringify(order).includes('--children')};
    if (family) for await (const { text } of deployment.logs()) if (text === 'children') break;
    await deployment.settled;
    ${afterwards}
    console.log('done');
    setInterval(() => undefined, 1000);`;
  const agent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done) => agent.stdout.once('data', () => done()));
  return {
    kill: async () => {
      const gone = new Promise((exit) => agent.once('exit', exit));
      agent.kill('SIGKILL');
      await gone;
    },
  };
}
