import { expect, test } from 'vitest';
import { recordedCommands } from '../environment/testing/recorded-commands.ts';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { openAmdReader } from './amd-reader.ts';

const device = '/sys/class/drm/card1/device';
const mi300 = {
  '/sys/class/drm/card0/device/vendor': '0x1a03\n',
  '/sys/class/drm/card1-DP-1/status': 'disconnected\n',
  [`${device}/vendor`]: '0x1002\n',
  [`${device}/mem_info_vram_total`]: '206141652992\n',
  [`${device}/mem_info_vram_used`]: '298844160\n',
  [`${device}/gpu_busy_percent`]: '83\n',
  [`${device}/unique_id`]: '8a2b6c1f00d4e5f6\n',
  [`${device}/hwmon/hwmon4/power1_average`]: '612000000\n',
  [`${device}/hwmon/hwmon4/power1_cap`]: '750000000\n',
  [`${device}/hwmon/hwmon4/temp1_input`]: '54000\n',
  [`${device}/hwmon/hwmon4/freq1_input`]: '2104000000\n',
  [`${device}/drm/renderD128/dev`]: '226:128\n',
  '/sys/class/kfd/kfd/topology/nodes/0/properties': 'drm_render_minor 0\ngfx_target_version 0\n',
  '/sys/class/kfd/kfd/topology/nodes/1/properties': 'gfx_target_version 90402\ndrm_render_minor 128\n',
};
const rocmSmi = recordedCommands({
  'rocm-smi --showproductname --json':
    '{"card1": {"Card Series": "AMD Instinct MI300X", "Card Model": "0x74a1"}}',
});

test('a GPU of AMD is read from sysfs in the units of the result', () => {
  const opened = openAmdReader(recordedFiles(mi300), rocmSmi);
  expect(opened.kind === 'open' && opened.reader.read(7)).toEqual([
    {
      at: 7,
      devices: [
        {
          index: 0,
          memoryUsedBytes: 298_844_160,
          utilizationPercent: 83,
          memoryUtilizationPercent: null,
          powerWatts: 612,
          energyJoules: null,
          temperatureCelsius: 54,
          smClockMegahertz: 2104,
          memoryClockMegahertz: null,
          throttle: null,
          processes: null,
        },
      ],
    },
  ]);
});

test('its name comes from rocm-smi where sysfs has none, its instruction set from the compute driver', async () => {
  const opened = openAmdReader(recordedFiles(mi300), rocmSmi);
  const facts = opened.kind === 'open' ? await opened.reader.facts() : [];
  expect(facts[0]).toMatchObject({
    name: { value: 'AMD Instinct MI300X', source: 'rocm-smi' },
    memoryBytes: { value: 206_141_652_992, source: 'amd-sysfs' },
    computeCapability: { value: 'gfx942', source: 'kfd' },
    powerLimitWatts: { value: 750 },
    cuda: { value: null, reason: 'a GPU of AMD has no CUDA' },
    driver: { value: null },
  });
  expect(JSON.stringify(facts)).not.toContain('8a2b6c1f');
});

test('a name in sysfs is taken before that of a tool', async () => {
  const files = recordedFiles({ ...mi300, [`${device}/product_name`]: 'Radeon PRO W7900\n' });
  const opened = openAmdReader(files, recordedCommands({}));
  const facts = opened.kind === 'open' ? await opened.reader.facts() : [];
  expect(facts[0]?.name).toEqual({ value: 'Radeon PRO W7900', source: 'amd-sysfs', reason: null });
});

test('a host with the screen of a server board alone has no GPU of AMD', () => {
  const files = recordedFiles({
    '/sys/class/drm/card0/device/vendor': '0x1a03\n',
    '/sys/class/drm/card0/device/mem_info_vram_total': '16777216\n',
  });
  expect(openAmdReader(files, recordedCommands({}))).toEqual({
    kind: 'none',
    reason: 'no GPU of AMD in /sys/class/drm',
  });
});
