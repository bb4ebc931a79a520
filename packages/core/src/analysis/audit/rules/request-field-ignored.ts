import type { AuditRule } from '../audit-rule.ts';
import { documentCommands } from '../reading/commands.ts';
import { shownRequest } from '../reading/shown-request.ts';

/** Fields of a request's body that its route does not read where they stand, and the form that works. */
export type RequestFieldIgnored = {
  readonly target: string | null;
  readonly path: string;
  readonly fields: readonly string[];
  readonly rightForm: string;
};

/** SGLang's own route reads these inside `sampling_params` only. */
const samplingFields = [
  'max_new_tokens',
  'min_new_tokens',
  'temperature',
  'top_p',
  'top_k',
  'stop',
  'ignore_eos',
];
/** And OpenAI's routes have no such fields. */
const nativeFields = ['max_new_tokens', 'sampling_params'];

/** A shown request whose limits have no effect. */
export const requestFieldIgnored: AuditRule<'request-field-ignored', RequestFieldIgnored> = {
  code: 'request-field-ignored',
  severity: 'error',
  explanation:
    'The server takes the request and ignores the field without a word: the answer has the default length, and whoever measures with it measures other work than he thinks.',
  reference: {
    basis: 'the fields that each route documents',
    addresses: [
      'https://docs.sglang.io/basic_usage/sampling_params.html',
      'https://platform.openai.com/docs/api-reference/completions',
    ],
  },
  find: (result) =>
    documentCommands(result).flatMap(({ target, text }) => {
      const request = shownRequest(text);
      if (request === null) return [];
      const isNative = request.path === '/generate';
      const ignored = (isNative ? samplingFields : nativeFields).filter((field) => field in request.body);
      if (ignored.length === 0) return [];
      const evidence: RequestFieldIgnored = {
        target,
        path: request.path,
        fields: ignored,
        rightForm: isNative
          ? JSON.stringify({ sampling_params: pick(request.body, ignored) })
          : '{"max_tokens": N}',
      };
      return [{ where: [{ kind: 'command', text }], evidence }];
    }),
};

const pick = (body: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, body[name]]));
