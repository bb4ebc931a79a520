import { Option } from 'commander';
import { progressChoices } from '../flags/progress-flags.ts';

/** `--progress`, the same on every command that measures. */
export const progressOption = (): Option =>
  new Option(
    '--progress <how>',
    'the live screen, a line, events for programs (JSON lines on stderr), or nothing; auto: the screen on a terminal',
  )
    .choices(progressChoices)
    .default('auto');

/** `--progress` of a command that measures and has no screen: it takes the same words, so that one setting holds for all. */
export const plainProgressOption = (): Option =>
  new Option(
    '--progress <how>',
    'a line for each step, the same for programs (JSON lines on stderr), or nothing',
  )
    .choices(progressChoices)
    .default('auto');
