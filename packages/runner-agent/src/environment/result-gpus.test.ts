import { expect, test } from 'vitest';
import { openAmdReader } from '../gpu/amd-reader.ts';
import { unreadable } from './fact.ts';
import { readHostFacts } from './host-facts.ts';
import { resultGpus } from './result-gpus.ts';
import { recordedCommands } from './testing/recorded-commands.ts';
import { recordedFiles } from './testing/recorded-files.ts';

test('a host without a GPU has an empty list and the reason', () => {
  expect(resultGpus(unreadable('no driver'))).toEqual({ gpus: [], reasons: { gpus: 'no driver' } });
});

test('what a GPU does not tell is missing with its reason, by name', async () => {
  const files = recordedFiles({
    '/sys/class/drm/card0/device/vendor': '0x1002\n',
    '/sys/class/drm/card0/device/mem_info_vram_total': '17163091968\n',
  });
  const run = recordedCommands({});
  const get = async () => ({ kind: 'failed', reason: 'there is no such socket' }) as const;
  const facts = await readHostFacts({ files, run, get, dockerHost: undefined }, openAmdReader(files, run));
  expect(resultGpus(facts.gpus)).toEqual({
    gpus: [{ name: 'unnamed', memory: 17_163_091_968, driver: null, cuda: null, computeCapability: null }],
    reasons: {
      'gpus.0.computeCapability': 'the compute driver does not list this GPU',
      'gpus.0.cuda': 'a GPU of AMD has no CUDA',
      'gpus.0.name': 'sysfs does not tell a name',
      'gpus.0.driver': "amdgpu is the kernel's own and has no version",
    },
  });
});
