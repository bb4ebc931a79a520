import { expect, test } from 'vitest';
import { reachedServer, unreachableTarget } from './unreachable-target.ts';

const failing = (code: string, name = 'Error'): Error =>
  Object.assign(new Error(`what the system\nsaid of ${code}`), { code, name });
const url = 'https://llm.test:8443';

test.each([
  ['ECONNREFUSED', url, /nothing listens there/, /curl -i https:\/\/llm\.test:8443\/v1\/models/],
  [
    'ECONNREFUSED',
    'unix:/run/llm.sock',
    /the socket is there, but nothing listens on it/,
    /listens on this path/,
  ],
  ['EACCES', 'unix:/run/llm.sock', /this user may not connect/, /rights of the socket/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', url, /no known authority/, /--ca FILE.*--insecure/],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', url, /no known authority/, /--ca FILE/],
  ['CERT_HAS_EXPIRED', url, /has expired/, /--insecure/],
  ['CERT_NOT_YET_VALID', url, /is not valid yet/, /clock/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', url, /for another name .*what the system said/, /use the name/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', url, /does not speak TLS/, /http:\/\/llm\.test:8443/],
  ['EHOSTUNREACH', url, /cannot be reached \(EHOSTUNREACH\)/, /curl/],
])('%s at %s ends with exit code 3 and says what to do', (code, shownUrl, what, hint) => {
  const error = unreachableTarget(shownUrl, failing(code));
  expect(error).toMatchObject({ code: 'target-unreachable', exitCode: 3 });
  expect(error.message).toMatch(what);
  expect(error.message).toContain(shownUrl);
  expect(error.message).not.toContain('\n');
  expect(error.hint).toMatch(hint);
  expect(reachedServer(failing(code))).toBe(false);
});

test('a server that accepts and is silent, or answers what is no HTTP, was reached', () => {
  const silent = failing('UND_ERR_ABORTED', 'TimeoutError');
  expect(reachedServer(silent)).toBe(true);
  expect(unreachableTarget(url, silent).message).toContain('does not answer within 5 s');
  expect(reachedServer(failing('HPE_INVALID_CONSTANT'))).toBe(true);
});
