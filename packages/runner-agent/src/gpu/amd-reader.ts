import type { CommandRunner } from '../environment/command-runner.ts';
import { type Fact, known, unreadable } from '../environment/fact.ts';
import { type HostFiles, numberIn, textOf } from '../environment/host-files.ts';
import { gpuIdentity } from './gpu-identity.ts';
import type { GpuDeviceReading, GpuFacts, OpenedReader } from './gpu-reader.ts';

const source = 'amd-sysfs';
const amdVendor = '0x1002';
const cards = '/sys/class/drm';

/** One of AMD's GPUs in sysfs: its folder, and that of its sensors where it has them. */
type AmdCard = {
  readonly index: number;
  readonly card: string;
  readonly folder: string;
  readonly sensors: string | null;
};

/** Opens AMD's GPUs by the files that the amdgpu driver has in sysfs. `run` asks rocm-smi for names alone. */
export function openAmdReader(files: HostFiles, run: CommandRunner): OpenedReader {
  const found = findCards(files);
  if (found.length === 0) return { kind: 'none', reason: 'no GPU of AMD in /sys/class/drm' };
  return {
    kind: 'open',
    reader: {
      source,
      async facts() {
        const { amdProductNames } = await import('./amd-product-names.ts');
        const names = await amdProductNames(run);
        return found.map((card) => factsOf(files, card, names.get(card.card) ?? null));
      },
      read: (now) => [{ at: now, devices: found.map((card) => readingOf(files, card)) }],
      problem: () => null,
      close: () => undefined,
    },
  };
}

/** Cards of AMD that have memory of their own to tell, in the order of their numbers. */
function findCards(files: HostFiles): readonly AmdCard[] {
  return files
    .list(cards)
    .filter((name) => /^card\d+$/.test(name))
    .sort((first, second) => Number(first.slice(4)) - Number(second.slice(4)))
    .map((card) => ({ card, folder: `${cards}/${card}/device` }))
    .filter(({ folder }) => textOf(files, `${folder}/vendor`)?.trim() === amdVendor)
    .filter(({ folder }) => numberIn(files, `${folder}/mem_info_vram_total`) !== null)
    .map(({ card, folder }, index) => {
      const [sensors] = files.list(`${folder}/hwmon`);
      return { index, card, folder, sensors: sensors === undefined ? null : `${folder}/hwmon/${sensors}` };
    });
}

function factsOf(files: HostFiles, card: AmdCard, toldName: string | null): GpuFacts {
  const { folder, index } = card;
  const name = textOf(files, `${folder}/product_name`)?.trim();
  const id = textOf(files, `${folder}/unique_id`)?.trim();
  const notInSysfs = (what: string) => unreadable(`sysfs does not tell ${what}`, source);
  return {
    index,
    name: name ? known(name, source) : toldName !== null ? known(toldName, 'rocm-smi') : notInSysfs('a name'),
    memoryBytes: orUnreadable(numberIn(files, `${folder}/mem_info_vram_total`), 'memory'),
    identity: id ? known(gpuIdentity(id), source) : notInSysfs('a unique id'),
    driver: driverOf(files),
    cuda: unreadable('a GPU of AMD has no CUDA', source),
    computeCapability: instructionSet(files, card),
    maxSmClockMegahertz: notInSysfs('the highest clock'),
    maxMemoryClockMegahertz: notInSysfs('the highest clock'),
    powerLimitWatts: orUnreadable(sensor(files, card, ['power1_cap'], 1e-6), 'a power limit'),
  };
}

function readingOf(files: HostFiles, card: AmdCard): GpuDeviceReading {
  const { folder, index } = card;
  return {
    index,
    memoryUsedBytes: numberIn(files, `${folder}/mem_info_vram_used`),
    utilizationPercent: numberIn(files, `${folder}/gpu_busy_percent`),
    memoryUtilizationPercent: numberIn(files, `${folder}/mem_busy_percent`),
    powerWatts: sensor(files, card, ['power1_average', 'power1_input'], 1e-6),
    energyJoules: sensor(files, card, ['energy1_input'], 1e-6),
    temperatureCelsius: sensor(files, card, ['temp2_input', 'temp1_input'], 1e-3),
    smClockMegahertz: sensor(files, card, ['freq1_input'], 1e-6),
    memoryClockMegahertz: sensor(files, card, ['freq2_input'], 1e-6),
    throttle: null,
    processes: null,
  };
}

/** The first sensor file that there is, in its unit of the result: hwmon counts in micro- and milli-units. */
function sensor(
  files: HostFiles,
  { sensors }: AmdCard,
  names: readonly string[],
  factor: number,
): number | null {
  for (const name of sensors === null ? [] : names) {
    const value = numberIn(files, `${sensors}/${name}`);
    if (value !== null) return value * factor;
  }
  return null;
}

const orUnreadable = (value: number | null, what: string): Fact<number> =>
  value === null ? unreadable(`sysfs does not tell ${what}`, source) : known(value, source);

/** Only the driver that AMD ships beside the kernel has a version; the kernel's own has that of the kernel. */
function driverOf(files: HostFiles): Fact<string> {
  const version = textOf(files, '/sys/module/amdgpu/version')?.trim();
  return version
    ? known(version, source)
    : unreadable("amdgpu is the kernel's own and has no version", source);
}

/** The compute driver says 90402 for gfx942: major, minor and step in two digits each, step in hexadecimal. */
function instructionSet(files: HostFiles, { folder }: AmdCard): Fact<string> {
  const render = files.list(`${folder}/drm`).find((name) => name.startsWith('renderD'));
  const nodes = '/sys/class/kfd/kfd/topology/nodes';
  for (const node of render === undefined ? [] : files.list(nodes)) {
    const properties = textOf(files, `${nodes}/${node}/properties`) ?? '';
    if (numberAfter(properties, 'drm_render_minor') !== Number(render?.slice('renderD'.length))) continue;
    const version = numberAfter(properties, 'gfx_target_version');
    if (version === null || version === 0) break;
    const [major, minor, step] = [
      Math.floor(version / 10_000),
      Math.floor(version / 100) % 100,
      version % 100,
    ];
    return known(`gfx${major}${minor.toString(16)}${step.toString(16)}`, 'kfd');
  }
  return unreadable('the compute driver does not list this GPU', 'kfd');
}

function numberAfter(text: string, name: string): number | null {
  const found = new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
