import type { AuditRule } from '../audit-rule.ts';
import { outdatedArguments } from '../reading/outdated-arguments.ts';

/** An argument, the version that does not take it (or calls it deprecated), and what stands for it. */
export type ArgumentNamed = {
  readonly target: string;
  readonly engine: 'vllm' | 'sglang';
  readonly argument: string;
  readonly since: string;
  readonly replacement: string | null;
  readonly source: string;
};

/** An argument that the engine no longer has. */
export const argumentUnknown: AuditRule<'argument-unknown', ArgumentNamed> = {
  code: 'argument-unknown',
  severity: 'error',
  explanation:
    "Today's engine ends at once when it meets an argument that it does not know: who follows the document gets no server.",
  reference: {
    basis: 'the arguments that vLLM 0.32.0 and SGLang 0.5.23 register',
    addresses: [
      'https://docs.vllm.ai/en/latest/cli/serve/',
      'https://docs.sglang.io/advanced_features/server_arguments.html',
    ],
  },
  find: (result) =>
    outdatedArguments(result, 'removed').map(({ target, entry: { state: _state, ...entry } }) => ({
      where: [{ kind: 'target', target }],
      evidence: { target, ...entry },
    })),
};
