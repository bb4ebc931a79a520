import { homedir } from 'node:os';
import { parseTargetUrl } from '@kneepoint/core';
import type { PolicyLists } from './agent-policy.ts';
import { expandHome, isInside } from './path-inside.ts';

const thisHost: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/**
 * What a policy has against measuring the server at an address. This host's ports are free to measure; a Unix socket
 * must be in an allowed folder, because the socket of a container engine is one too; another host must be listed.
 */
export async function targetProblem(url: string, lists: PolicyLists): Promise<readonly string[]> {
  const location = locate(url);
  if (location === null) return [`${JSON.stringify(url.slice(0, 200))} is not the address of a server`];
  const { hostname, port, socketPath } = location;
  if (socketPath !== null) {
    const folders = lists.folders.map((folder) => expandHome(folder, homedir()));
    return (await isInside(socketPath, folders)) ? [] : ['its Unix socket is in no allowed folder'];
  }
  if (thisHost.includes(hostname)) return [];
  const shown = hostname.includes(':') ? `[${hostname}]` : hostname;
  return lists.targets.includes(shown) || lists.targets.includes(`${shown}:${port}`)
    ? []
    : [`the host ${shown} is not one that may be measured`];
}

function locate(url: string): ReturnType<typeof parseTargetUrl> | null {
  try {
    return parseTargetUrl(url);
  } catch {
    return null;
  }
}
