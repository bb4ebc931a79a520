import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { program } from './support/run-bench.ts';

const rounds = 7;

/** How long a person waits: for `--help`, and from the command to the first request that is measured. */
export async function measureStart(): Promise<void> {
  const help: number[] = [];
  const firstRequest: number[] = [];
  for (let round = 0; round < rounds; round++) {
    help.push(await timeHelp());
    firstRequest.push(await timeFirstRequest());
  }
  console.log('\n| from the command | median ms | slowest ms |\n|---|---|---|');
  console.log(`| to the end of \`--help\` | ${median(help)} | ${Math.round(Math.max(...help))} |`);
  console.log(
    `| to the first request of \`bench\` | ${median(firstRequest)} | ${Math.round(Math.max(...firstRequest))} |`,
  );
}

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN);

function timeHelp(): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve) =>
    execFile(process.execPath, [program, '--help'], () => resolve(performance.now() - startedAt)),
  );
}

/** A server that answers the questions about itself and waits for the first POST. */
function timeFirstRequest(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (bytes) => {
        if (bytes.toString('latin1', 0, 4) === 'POST') {
          resolve(performance.now() - startedAt);
          child.kill('SIGKILL');
          server.close();
          socket.destroy();
          return;
        }
        const body = '{"data":[{"id":"model"}]}';
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
        );
      });
    });
    let startedAt = 0;
    let child: ReturnType<typeof execFile>;
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      startedAt = performance.now();
      child = execFile(
        process.execPath,
        [program, 'bench', `http://127.0.0.1:${port}`, '--users', '1', '--requests', '1', '--quiet'],
        () => {},
      );
    });
  });
}
