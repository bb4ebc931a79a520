import { z } from 'zod';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { entriesField } from './entries-field.ts';

/** A port of the host that leads to a port inside the container. */
export type PortMapping = {
  /** The host's address that listens: 127.0.0.1 unless the plan names another. */
  readonly address: string;
  readonly host: number;
  readonly container: number;
};

const range = 'must be a port from 1 to 65535';
const loopback = '127.0.0.1';

const isPort = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 65_535;

const containerPort = z
  .number({ error: ({ input }) => `${range}, not ${JSON.stringify(input)}` })
  .refine(isPort, {
    error: ({ input }) => `${range}, not ${JSON.stringify(input)}`,
  });

/** `ports: { 8001: 8000 }`, host first; `0.0.0.0:8001` opens the port to other machines too. */
export const portsField = entriesField({
  expected: "a block of ports, such as { 8001: 8000 }, the host's first",
  key: readHostPort,
  value: containerPort,
})
  .superRefine((entries, context) => {
    entries.forEach(({ key }, index) => {
      if (entries.findIndex((other) => other.key.host === key.host) === index) return;
      context.addIssue({ code: 'custom', message: `maps the host's port ${key.host} twice` });
    });
  })
  .transform((entries): readonly PortMapping[] =>
    entries.map(({ key, value }) => ({ ...key, container: value })),
  );

function readHostPort(text: string): Parsed<Omit<PortMapping, 'container'>> {
  const match = /^(?:(\d{1,3}(?:\.\d{1,3}){3}):)?(\d+)$/.exec(text);
  const host = Number(match?.[2]);
  if (match === null || !isPort(host)) return refused(`${range}, or ADDRESS:PORT, not "${text}"`);
  return parsed({ address: match[1] ?? loopback, host });
}
