import type { Result } from '../../../result/result-file.ts';
import type { AuditRule } from '../audit-rule.ts';
import { flashInferSupport } from '../data/flashinfer-support.ts';
import { engineCommands, flagValue } from '../reading/commands.ts';
import { capabilityOf } from '../reading/gpu-capability.ts';
import { isBelow } from '../reading/versions.ts';

/** What the command does to go round FlashInfer, and the engines whose FlashInfer takes the GPU. */
export type WorkaroundOutdated = {
  readonly target: string;
  readonly workarounds: readonly string[];
  readonly gpu: string;
  readonly computeCapability: string;
  readonly engines: readonly { readonly engine: 'vllm' | 'sglang'; readonly version: string }[];
};

/** FlashInfer is avoided on a GPU that it knows by now. */
export const workaroundOutdated: AuditRule<'workaround-outdated', WorkaroundOutdated> = {
  code: 'workaround-outdated',
  severity: 'note',
  explanation:
    'It was a way to run at all on a GPU that older builds did not know, and it costs speed. Measured again without it, the picture may be another.',
  reference: {
    basis: "the compute capabilities that the engines' sources let FlashInfer run on",
    addresses: [
      'https://docs.vllm.ai/en/latest/design/attention_backends/',
      'https://docs.sglang.io/advanced_features/attention_backend.html',
    ],
  },
  find: (result) => {
    const [gpu] = result.environment.gpus;
    const capability = gpu === undefined ? null : capabilityOf(gpu);
    if (gpu === undefined || capability === null || isBelow(capability, '12.0')) return [];
    const engines = flashInferSupport
      .filter(({ least, most }) => !isBelow(capability, least) && !isBelow(most, capability))
      .map(({ engine, version }) => ({ engine, version }));
    if (engines.length === 0) return [];
    return result.targets.flatMap(({ name: target }) => {
      const workarounds = workaroundsOf(result, target);
      if (workarounds.length === 0) return [];
      const evidence = { target, workarounds, gpu: gpu.name, computeCapability: capability, engines };
      return [{ where: [{ kind: 'target', target }], evidence }];
    });
  },
};

function workaroundsOf(result: Result, target: string): string[] {
  const own = engineCommands(result).filter((command) => command.target === target);
  const found = own.flatMap(({ words }) => [
    ...(flagValue(words, '--disable-flashinfer') === null ? [] : ['--disable-flashinfer']),
    ...(flagValue(words, '--attention-backend') === 'torch_native'
      ? ['--attention-backend torch_native']
      : []),
  ]);
  return [...new Set(found)];
}
