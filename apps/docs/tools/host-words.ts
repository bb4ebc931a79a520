import type { PropertyWords } from './property-words.ts';

const spread = {
  kind: 'measured, or unknown without a sample',
  unit: 'of the values',
  median: 'of the samples; null without one',
  min: 'the least sample',
  max: 'the greatest sample',
  samples: 'how many there were',
  reason: 'why there was none; null otherwise',
} as const;

/** What a result's properties about the serving host mean: its GPUs, its memory, and the servers that were started there. */
export const hostWords: PropertyWords = {
  'environment.limits': { cores: 'cores | null without a limit', memory: 'bytes | null without a limit' },
  'targets[].startup': {
    firstHealthyAnswer: 'ms | from the start to the first healthy answer',
    firstToken: 'ms | from the start to the first token',
  },
  'targets[].memoryPhases[]': {
    ...spread,
    phase: "of the server's life",
    owner: 'whose memory it is',
    source: 'what it was read with',
  },
  'targets[].memoryPhases[].owner (device)': { kind: 'all of a GPU', index: 'which GPU' },
  'targets[].memoryPhases[].owner (server-on-device)': {
    kind: "the server's processes on a GPU",
    index: 'which GPU',
  },
  'targets[].memoryPhases[].owner (host)': {
    kind: "the server's processes on the host",
    measure: 'resident, private, or charged to the container',
  },
  'targets[].deployment (docker)': {
    kind: 'a container',
    image: 'what it was made from',
    command: 'what it ran',
  },
  'targets[].deployment.image': {
    reference: 'as the plan names it',
    digest: "the registry's digest; null for an image that came from none",
    id: 'of the image on the host',
  },
  'targets[].deployment (process)': { kind: 'a process', command: 'what it ran' },
  'failures[]': {
    target: 'as the plan names it',
    code: 'what kind of failure it is',
    message: 'what happened',
    hint: 'what to do next',
    problems: 'known problems whose signs were found',
  },
  'failures[].problems[]': { text: 'what is known of it, by language' },
  'failures[].problems[].text': { en: 'in English', ko: 'in Korean' },
  'failures[].problems[].text.en': {
    title: 'what it is',
    cause: 'why it happens',
    fix: 'what to do',
  },
  'stages[].gpu': {
    source: 'what was read: NVML, nvidia-smi or sysfs',
    start: 'µs | of the span',
    end: 'µs | of the span',
    rateHz: 'per second | samples that were asked for',
    samples: 'how many there were',
    gaps: 'spans without a sample',
    devices: 'each GPU',
    reason: 'why nothing was read; null otherwise',
  },
  'stages[].gpu.gaps[]': { start: 'µs | of the gap', end: 'µs | of the gap' },
  'stages[].gpu.devices[]': {
    index: 'which GPU',
    name: 'as it names itself',
    utilization: '% | of the time in which it computed',
    memoryUtilization: '% | of the time in which its memory was read or written',
    memoryUsed: 'bytes | in use',
    power: 'W | drawn',
    energy: 'J | over the span',
    temperature: '°C | of the chip',
    smClock: 'MHz | of its processors',
    memoryClock: 'MHz | of its memory',
    throttled: 'how often its clocks were held down',
  },
  'stages[].gpu.devices[].utilization': spread,
  'stages[].gpu.devices[].throttled': {
    share: 'share | of the samples',
    samples: 'how many told it',
    byReason: 'share | of the samples, by reason',
    reason: 'why it is unknown; null otherwise',
  },
  'samples[]': {
    subject: 'what was sampled',
    unit: 'of the values',
    step: 'µs | length of a stretch',
    points: 'stretches with samples',
  },
  'samples[].subject (device)': { kind: 'a GPU', index: 'which GPU', quantity: 'what of it' },
  'samples[].subject (server-on-device)': {
    kind: "a server's memory on a GPU",
    index: 'which GPU',
    target: 'whose server',
    quantity: 'what of it',
  },
  'samples[].subject (server)': {
    kind: "a server's processes",
    target: 'whose server',
    quantity: 'what of them',
  },
  'samples[].subject (host)': { kind: 'the host', quantity: 'what of it' },
  'samples[].points[]': {
    start: 'µs | of the stretch',
    mean: 'of its samples',
    min: 'the least',
    max: 'the greatest',
    samples: 'how many there were',
  },
};
