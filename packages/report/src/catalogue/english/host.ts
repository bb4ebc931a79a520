import { createFormats } from '../formats.ts';
import type { CapacityWords, HostWords } from '../host-words.ts';

const formats = createFormats('en');

/** The serving host in English. */
export const englishHost: HostWords = {
  image: 'Image',
  firstHealthyAnswer: 'First healthy answer after',
  firstToken: 'First token after',
  failuresHeading: 'Targets that could not be measured',
  failed: (target, message) => `${target} was not measured: ${message}.`,
  logEnd: 'The end of its log:',
  known: (title) => `This is known: ${title}`,
  cause: (text) => `Why: ${text}`,
  fix: (text) => `What to do: ${text}`,
  gpuHeading: 'GPUs while they served',
  utilization: 'Utilisation',
  power: 'Power',
  energyPerToken: 'Energy per output token',
  throttled: 'Clocks held down',
};

/** A capacity search in English. */
export const englishCapacity: CapacityWords = {
  heading: 'Capacity',
  found: (level, slo, confidence) =>
    `The highest load that keeps ${slo.join(' and ')} is ${level}${
      confidence === null ? '' : `; that the border lies there is ${formats.share(confidence)} certain`
    }.`,
  atLeast: (level, slo) =>
    `At least ${level} keep ${slo.join(' and ')}: no higher level was found to break it.`,
  none: (level, slo) => `Not even ${level} keeps ${slo.join(' and ')}.`,
  unknown: 'No level could be judged.',
  users: (level) => (level === 1 ? '1 user' : `${formats.count(level)} users`),
  rate: (level) => `${formats.requests(level)} requests/s`,
  kept: 'Kept',
  stages: 'Stages',
  level: 'Level',
};
