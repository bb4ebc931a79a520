import { expect, test } from 'vitest';
import { recordedCommands } from '../environment/testing/recorded-commands.ts';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { openGpuReader } from './open-gpu-reader.ts';

const amdCard = {
  '/sys/class/drm/card0/device/vendor': '0x1002\n',
  '/sys/class/drm/card0/device/mem_info_vram_total': '17163091968\n',
};
const withoutNvidia = {
  now: () => 0,
  rateHz: 5,
  nvmlLibrary: 'libnvidia-ml-that-nobody-has.so.1',
  run: recordedCommands({}),
};

test('a host without a GPU is told every way that was tried and why it failed', async () => {
  const opened = await openGpuReader({ ...withoutNvidia, files: recordedFiles({}) });
  expect(opened).toEqual({
    kind: 'none',
    reason:
      "the NVIDIA driver's library libnvidia-ml.so.1 cannot be loaded; nvidia-smi: it is not installed; no GPU of AMD in /sys/class/drm",
  });
});

test('where NVIDIA has nothing to say, a GPU of AMD is found', async () => {
  const opened = await openGpuReader({ ...withoutNvidia, files: recordedFiles(amdCard) });
  expect(opened.kind === 'open' && opened.reader.source).toBe('amd-sysfs');
});
