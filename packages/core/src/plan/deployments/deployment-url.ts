import { type Parsed, parsed, refused } from '../parsed.ts';
import { argumentValue } from './argument-list.ts';
import type { DeploymentPlan } from './deployment-plan.ts';
import type { PortMapping } from './port-mappings.ts';
import type { WrittenValue } from './written-value.ts';

/** Where a deployment's server will answer, from its one mapped port or its `--port`; or why the plan has to say it. */
export function deploymentUrl(deployment: DeploymentPlan): Parsed<string> {
  if (deployment.kind === 'process')
    return urlOfArguments(deployment.process.command, 'the command has no --port');
  const { ports, network, args } = deployment.docker;
  if (network === 'host') return urlOfArguments(args, 'the args have no --port');
  const [first, ...others] = ports;
  if (first === undefined || others.length > 0)
    return refused('is missing: with several ports the plan has to say which one the server answers at');
  return parsed(`http://${reachable(first)}:${first.host}`);
}

const reachable = ({ address }: PortMapping): string => (address === '0.0.0.0' ? '127.0.0.1' : address);

function urlOfArguments(values: readonly WrittenValue[], lack: string): Parsed<string> {
  const port = argumentValue(values, '--port');
  return port !== null && /^[1-9]\d{0,4}$/.test(port)
    ? parsed(`http://127.0.0.1:${port}`)
    : refused(`is missing: ${lack}, so the plan has to say where the server will answer`);
}
