import type { Target } from '@kneepoint/core';

/** Notes that a source makes of a target's ports or of an argument belong to its deployment. */
export const isDeploymentNote = (note: string): boolean => /^(?:ports \d+:\d+$|--?[a-z])/i.test(note);

/** The ports that a source names, the host's first; `null` where it names none. */
export function notedPorts({ notes }: Target): { readonly host: number; readonly container: number } | null {
  for (const note of notes) {
    const [, host, container] = /^ports (\d+):(\d+)$/.exec(note) ?? [];
    if (host !== undefined && container !== undefined)
      return { host: Number(host), container: Number(container) };
  }
  return null;
}

/** What a source says of an argument, in its own words; `null` where it says nothing. */
export function notedReason({ notes }: Target, argument: string): string | null {
  const note = notes.find((one) => one.startsWith(`${argument} `) || one.startsWith(`${argument}:`));
  return note === undefined ? null : (/: (.+)$/s.exec(note)?.[1] ?? null);
}
