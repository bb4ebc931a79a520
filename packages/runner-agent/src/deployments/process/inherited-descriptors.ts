import { readdirSync, readFileSync } from 'node:fs';

/** `O_CLOEXEC` in the octal flags of `/proc/self/fdinfo`. */
const closesOnExec = 0o2000000;

/**
 * Descriptors above the standard three that a child of this process would inherit, because whoever started this process
 * had left them open: a lock held through one would be held as long as the server runs. Node closes its own ones itself.
 */
export function inheritedDescriptors(): readonly number[] {
  const names = readNames();
  return names
    .map(Number)
    .filter((descriptor) => descriptor > 2 && !isClosedOnExec(descriptor))
    .sort((left, right) => left - right);
}

function readNames(): readonly string[] {
  try {
    return readdirSync('/proc/self/fdinfo');
  } catch {
    return [];
  }
}

function isClosedOnExec(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return (Number.parseInt(flags ?? '0', 8) & closesOnExec) !== 0;
  } catch {
    // It was the descriptor of the reading itself.
    return true;
  }
}

/** What stands at each descriptor of a child: the log at 1 and 2, and nothing where the child would inherit something. */
export function childDescriptors(log: number, nothing: number): readonly (number | 'ignore')[] {
  const inherited = new Set(inheritedDescriptors());
  const last = Math.max(2, ...inherited);
  return Array.from({ length: last + 1 }, (_, descriptor) => {
    if (descriptor === 1 || descriptor === 2) return log;
    return inherited.has(descriptor) ? nothing : 'ignore';
  });
}
