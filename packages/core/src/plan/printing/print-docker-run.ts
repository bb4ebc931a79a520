import { assertNever } from '../../errors/assert-never.ts';
import type { Plan } from '../plan-schema.ts';
import { dockerRunText } from './docker-run-text.ts';
import { processText } from './process-text.ts';

/** Commands that start a plan's target by hand: `docker run`, or the process's own command. */
export function printDockerRun({ name, deploy, url }: Plan['targets'][number]): string {
  if (deploy === undefined) return `# ${name} already runs at ${oneLine(url)}; nothing is started\n`;
  switch (deploy.kind) {
    case 'docker':
      return `# ${name}, answers at ${oneLine(url)}\n${dockerRunText(name, deploy.docker)}\n`;
    case 'process':
      return `# ${name}, answers at ${oneLine(url)}; a process of the host\n${processText(deploy.process)}\n`;
    default:
      return assertNever(deploy);
  }
}

/** A comment ends with its line: what follows would be a command of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s/g, '');
