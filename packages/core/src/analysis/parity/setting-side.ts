import type { ParitySide } from '../../result/analysis/parity-schema.ts';
import type { Target } from '../../result/result-file.ts';
import { flagValue } from '../audit/reading/commands.ts';
import type { EngineSetting, EngineSpelling } from './engine-setting.ts';

/** What a target has for a setting: of its command first, then of what the server says itself. */
export function settingSide(target: Target, setting: EngineSetting): ParitySide {
  const { name, engine, deployment, serverConfig } = target;
  const nothing = deployment === null && serverConfig === null;
  if (engine === 'other' || target.simulated || nothing)
    return { target: name, value: null, state: 'unknown' };
  const words = deployment?.command ?? [];
  const side = setting.kind === 'switch' ? switchSide : valueSide;
  return { target: name, ...side(target, { spelling: setting[engine], words }) };
}

type Spelled = { readonly spelling: EngineSpelling; readonly words: readonly string[] };
type Side = Omit<ParitySide, 'target'>;

/** Torch's own attention switches CUDA graphs off as well, but that is a difference of its own. */
function switchSide({ serverConfig }: Target, { spelling, words }: Spelled): Side {
  const isOff = spelling.off.some((flag) => words.includes(flag) || flagValue(words, flag) !== null);
  if (isOff) return { value: 'off', state: 'known' };
  const reported = spelling.configOff === null ? undefined : serverConfig?.[spelling.configOff];
  if (typeof reported === 'boolean') return { value: reported ? 'off' : 'on', state: 'known' };
  return { value: 'on', state: 'default' };
}

function valueSide({ serverConfig }: Target, { spelling, words }: Spelled): Side {
  for (const flag of spelling.flags) {
    const written = flagValue(words, flag);
    if (typeof written === 'string' && written !== 'auto')
      return { value: plainValue(written), state: 'known' };
  }
  const reported = spelling.configValue === null ? undefined : serverConfig?.[spelling.configValue];
  const isValue = typeof reported === 'string' || typeof reported === 'number';
  if (isValue && reported !== 'auto' && reported !== 'model')
    return { value: plainValue(`${reported}`), state: 'known' };
  return { value: null, state: 'default' };
}

/** `0.950` and `0.95` are one value, as are `BF16` and `bf16`. */
function plainValue(text: string): string {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? `${Number(text)}` : (typeNames[text.toLowerCase()] ?? text);
}

const typeNames: Readonly<Record<string, string>> = {
  bf16: 'bfloat16',
  half: 'float16',
  fp16: 'float16',
  float: 'float32',
  fp32: 'float32',
};
