import {
  type DialectName,
  dialectNames,
  type TargetRequest,
  type TargetTls,
  usageError,
  usualTrust,
} from '@kneepoint/core';
import { authorizationHeader } from './api-key.ts';
import { duration, header, jsonObject, oneOf } from './parse-flags.ts';

/** The flags that describe a target. */
export type TargetFlags = {
  readonly api?: string;
  readonly model?: string;
  readonly apiKeyEnv?: string;
  readonly header: readonly string[];
  readonly body?: string;
  readonly timeout: string;
};

/** How an https target is to be trusted, as flags or a plan say it: the file of certificates is named, not read. */
export type TlsWish = { readonly ca?: string | undefined; readonly insecure?: boolean | undefined };

/** The target that the flags describe. */
export function benchTarget(
  url: string,
  flags: TargetFlags,
  environment: NodeJS.ProcessEnv,
  tls: TargetTls = usualTrust,
): TargetRequest {
  const api: DialectName | null = flags.api === undefined ? null : oneOf('--api', flags.api, dialectNames);
  return {
    name: 'server',
    url,
    api,
    engine: null,
    model: flags.model ?? null,
    headers: {
      ...authorizationHeader(flags.apiKeyEnv, environment),
      ...Object.fromEntries(flags.header.map((text) => header('--header', text))),
    },
    body: flags.body === undefined ? {} : jsonObject('--body', flags.body),
    timeoutMicros: duration('--timeout', flags.timeout),
    tls,
  };
}

/** Refuses what has no meaning: trust in both ways, or trust where there is no certificate. */
export function refuseTls(url: string, { ca, insecure }: TlsWish): void {
  if (ca !== undefined && insecure === true)
    throw usageError(
      'flags-exclude',
      '--ca and --insecure exclude each other: with any certificate trusted, the file would not be used',
      'give one of them',
    );
  if ((ca === undefined && insecure !== true) || /^https:/i.test(url)) return;
  throw usageError(
    'flags-exclude',
    `${ca === undefined ? '--insecure' : '--ca'} is for https addresses; ${url} has no certificate to check`,
    'leave it out, or give an https address',
  );
}
