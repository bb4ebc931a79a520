import type { AuditRule } from '../audit-rule.ts';
import { outdatedArguments } from '../reading/outdated-arguments.ts';
import type { ArgumentNamed } from './argument-unknown.ts';

/** An argument that the engine takes still, and will not for long. */
export const argumentDeprecated: AuditRule<'argument-deprecated', ArgumentNamed> = {
  code: 'argument-deprecated',
  severity: 'warning',
  explanation: 'The engine warns today and will refuse it in a later version: the command has an end.',
  reference: {
    basis: 'the deprecations that vLLM 0.32.0 and SGLang 0.5.23 print',
    addresses: [
      'https://docs.vllm.ai/en/latest/cli/serve/',
      'https://docs.sglang.io/advanced_features/server_arguments.html',
    ],
  },
  find: (result) =>
    outdatedArguments(result, 'deprecated').map(({ target, entry: { state: _state, ...entry } }) => ({
      where: [{ kind: 'target', target }],
      evidence: { target, ...entry },
    })),
};
