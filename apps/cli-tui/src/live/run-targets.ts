import type { PlannedStage, Target } from '@kneepoint/core';
import { terminalText } from '../screen/terminal-text.ts';
import type { Words } from '../words/words.ts';
import type { LiveTarget } from './live-run.ts';

const engineNames = { vllm: 'vLLM', sglang: 'SGLang', other: null } as const satisfies Record<
  Target['engine'],
  string | null
>;

/** `vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat, http://...`: what a target said of itself. */
export function targetDescription(
  { engine, version, model, api, url, simulated }: Target,
  words: Words,
): string {
  const name = engineNames[engine];
  const program = name === null ? null : [name, version].filter((part) => part !== null).join(' ');
  const parts = [simulated ? words.liveLog.simulated : null, program, model, api, url];
  return terminalText(parts.filter((part) => part !== null).join(', ')).replaceAll('\n', ' ');
}

/** The targets of the plan, those that are known already as they are. */
export function plannedTargets(
  targets: readonly LiveTarget[],
  stages: readonly PlannedStage[],
): readonly LiveTarget[] {
  const names = [...new Set([...targets.map(({ name }) => name), ...stages.map(({ target }) => target)])];
  return names.map((name) => targets.find((target) => target.name === name) ?? unknownTarget(name));
}

/** The targets with what is new of one, which is added where it is not among them. */
export function withTarget(
  targets: readonly LiveTarget[],
  name: string,
  changes: Partial<Omit<LiveTarget, 'name'>>,
): readonly LiveTarget[] {
  if (!targets.some((target) => target.name === name))
    return [...targets, { ...unknownTarget(name), ...changes }];
  return targets.map((target) => (target.name === name ? { ...target, ...changes } : target));
}

const unknownTarget = (name: string): LiveTarget => ({
  name,
  description: null,
  state: 'unknown',
  reason: null,
});
