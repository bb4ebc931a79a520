/** Where and how to reach a target: parsed once, resolved once. */
export type TargetAddress = {
  readonly secure: boolean;
  readonly hostname: string;
  /** A numeric address, so that no request waits for a name look-up. */
  readonly address: string;
  readonly port: number;
  /** Path in front of the dialect's own, without a slash at its end. */
  readonly basePath: string;
};

/** The bytes of a POST request, ready to be written in one piece. */
export function encodeRequest(
  address: TargetAddress,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Buffer {
  const lines = [`POST ${address.basePath}${path} HTTP/1.1`, `host: ${hostHeader(address)}`];
  const all: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    'user-agent': 'kneepoint',
    ...headers,
  };
  for (const [name, value] of Object.entries(all)) lines.push(`${name}: ${value}`);
  const payload = Buffer.from(body, 'utf8');
  const head = `${lines.join('\r\n')}\r\ncontent-length: ${payload.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), payload]);
}

function hostHeader(address: TargetAddress): string {
  const name = address.hostname.includes(':') ? `[${address.hostname}]` : address.hostname;
  const standard = address.secure ? 443 : 80;
  return address.port === standard ? name : `${name}:${address.port}`;
}
