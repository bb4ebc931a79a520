import type { Redactor } from '../policy/redact.ts';
import type { DeployedServer } from './ports.ts';

const longestLine = 4096;

/** A server's log, secrets taken out and long lines cut; ends with the log or the signal. */
export async function* linesOf(
  server: DeployedServer,
  redactor: Redactor,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const lines = server.logs();
  const end = (): void => void lines.return?.();
  signal.addEventListener('abort', end, { once: true });
  try {
    while (!signal.aborted) {
      const { done, value } = await lines.next();
      if (done === true) return;
      const text = redactor.text(value.text);
      yield text.length > longestLine ? `${text.slice(0, longestLine)} ...` : text;
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
