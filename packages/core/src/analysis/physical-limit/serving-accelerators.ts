import type { LimitReason } from '../../result/analysis/physical-limit-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import type { Accelerator } from './accelerators/accelerator.ts';
import { findAccelerator } from './accelerators/find-accelerator.ts';
import { serverSetting } from './server-setting.ts';

/** The accelerators that serve a target together, or why they are not known. */
export type ServingAccelerators =
  | { readonly kind: 'known'; readonly accelerator: Accelerator; readonly count: number }
  | { readonly kind: 'unknown'; readonly reason: LimitReason };

type Known = Pick<Result, 'environment' | 'source'>;

/** What the serving host's GPUs are in the table of accelerators, and how many of them serve this target. */
export function servingAccelerators(result: Known, target: Target): ServingAccelerators {
  if (target.simulated) return unknown('simulated');
  const { gpus } = result.environment;
  const [first] = gpus;
  if (first === undefined) return unknown('no-accelerator');
  if (result.source.kind === 'measured' && !isOnThisHost(target)) return unknown('other-host');
  if (gpus.some(({ name }) => name !== first.name)) return unknown('accelerators-differ');
  const lookup = findAccelerator(first.name, first.memory);
  if (lookup.kind !== 'found') return unknown('accelerator-unknown');
  const count = gpus.length === 1 ? 1 : countOf(target);
  if (count === null) return unknown('accelerator-count-unknown');
  return { kind: 'known', accelerator: lookup.accelerator, count };
}

/** Several GPUs hold parts of one model by tensor, pipeline or data parallelism; by default one does. */
function countOf(target: Target): number | null {
  const parts = parallelSettings.map((spelling) => serverSetting(target, spelling));
  const counts = parts.map((part) => (part.kind === 'known' ? Number(part.value ?? 1) : Number.NaN));
  const product = counts.reduce((total, count) => total * count, 1);
  return Number.isInteger(product) && product > 0 ? product : null;
}

const parallelSettings = [
  { flags: ['--tensor-parallel-size', '-tp', '--tp-size', '--tp'], keys: ['tp_size'] },
  { flags: ['--pipeline-parallel-size', '-pp', '--pp-size'], keys: ['pp_size'] },
  { flags: ['--data-parallel-size', '-dp', '--dp-size'], keys: ['dp_size'] },
];

/** A server that this run started, or that answers on this host itself. */
function isOnThisHost(target: Target): boolean {
  if (target.deployment !== null || target.url === null) return true;
  const host = URL.canParse(target.url) ? new URL(target.url).hostname : '';
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function unknown(reason: LimitReason): ServingAccelerators {
  return { kind: 'unknown', reason };
}
