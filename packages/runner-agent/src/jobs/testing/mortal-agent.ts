import { createAgent } from '../../api/create-agent.ts';
import { createAgentClient } from '../../client/agent-client.ts';
import type { Benchmark, Deployer } from '../ports.ts';
import { depsForTests } from './agent-for-tests.ts';

/**
 * An agent that kills itself, without a chance to clear up, at a point of a job's life:
 *
 *     node mortal-agent.ts STATE_FOLDER POINT PLAN [PLAN ...]
 *
 * A point is inside the state of its name; at any other one the agent dies when its newest job has ended.
 */
const [stateFolder = '', point = '', ...plans] = process.argv.slice(2);

const die = (): void => void process.kill(process.pid, 'SIGKILL');

const deps = depsForTests(stateFolder);

const deployer: Deployer = {
  ...deps.deployer,
  start(order) {
    const server = deps.deployer.start(order);
    if (point === 'deploying') die();
    if (point === 'tearing-down') server.stop = async () => die();
    return server;
  },
};

let cancel = (): void => {};
let hold = (): void => {};
let cancelled = false;
const benchmark: Benchmark = {
  ...deps.benchmark,
  run: (order, events) =>
    deps.benchmark.run(order, {
      ...events,
      tell(event) {
        events.tell(event);
        if (point === 'held' && event.kind === 'stage-started') hold();
        if (point !== 'draining' || event.kind !== 'stage-started') return;
        cancelled = true;
        cancel();
      },
      async save(result) {
        await events.save(result);
        if ((point === 'measuring' || point === 'held') && result.stages.length > 0) die();
        if (cancelled && result.exit === null) die();
      },
    }),
};

const agent = await createAgent({ ...deps, deployer, benchmark });
await agent.recovered;
const client = createAgentClient({ fetch: (path, init) => agent.app.request(path, init) });
for (const plan of plans) {
  const { id } = await client.submitJob({ plan, servers: 'together' });
  cancel = () => void client.cancelJob(id, false);
  hold = () => void client.holdJob(id);
}
if (point === 'queued') die();
const [newest] = await client.jobs();
if (newest !== undefined) for await (const _ of client.followJob(newest.id));
die();
