import { hostFacts } from './host-facts.ts';
import { simulatorFlags } from './load-server.ts';
import { inputTokens, type PeerLoad } from './peer-load.ts';

/** The table with what a reader needs beside it: the machine, the loads, what each column is. */
export function peerPage(
  table: string,
  {
    loads,
    bare,
    quiet,
  }: { readonly loads: readonly PeerLoad[]; readonly bare: boolean; readonly quiet: string },
): string {
  return [
    '# Kneepoint beside other clients',
    '',
    `${hostFacts()}. The server and one client at a time share the machine. One run a cell. ${quiet}`,
    '',
    `Server: the simulated server (\`${simulatorFlags(bare).join(' ')}\`), one thread, which knows when it read each request and wrote each token.`,
    ...(bare
      ? []
      : [
          'Its bare answers do not serve every client, so nobody gets them: the server, too, is near its limit in C.',
        ]),
    '',
    ...loads.map(describe),
    '',
    table,
    '',
    'CPU is user and system time of the whole process tree. Whole process: from start to end. During the load: from the first',
    "request to the last token. Errors are the client's figure minus the server's. Peak memory is the sum of the resident sets of the",
    'tree, where pages that processes share count in each. The seconds are medians over the loads A to C.',
    '',
  ].join('\n');
}

function describe({ name, users, requests, outputTokens, pace }: PeerLoad): string {
  return pace.kind === 'steps'
    ? `- ${name}: ${users} users, ${requests.toLocaleString('en')} requests, ${inputTokens} tokens in, ${outputTokens} out, ${pace.firstTokenMillis} ms to the first token, then one each ${pace.stepMillis} ms`
    : `- ${name}: ${users} users, ${outputTokens}-token streams that a server of constant answers sends in one write as soon as it reads a request; the bare reader shows that server's own limit`;
}
