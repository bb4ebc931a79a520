import { z } from 'zod';

/** Engines that are known by name; anything else with the same routes is `other`. */
export const engines = ['vllm', 'sglang', 'other'] as const;
/** The dialects that a target can be asked in. */
export const targetApis = ['openai-chat', 'openai-completions', 'sglang-generate'] as const;

/** A server that already runs. */
export const planTargetSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/, { error: 'must be made of letters, digits, ".", "_" and "-"' }),
  /** Found by asking the server where it is not given. */
  engine: z.enum(engines).optional(),
  api: z.enum(targetApis).default('openai-chat'),
  url: z.url({
    protocol: /^https?$/,
    error: 'must be an http or https address, such as http://127.0.0.1:8000',
  }),
  /** The model to ask for; the plan's, or else the server's first one. */
  model: z.string().min(1).optional(),
  /** The name of the environment variable that holds the API key; the key itself never stands in a plan. */
  apiKeyEnv: z
    .string()
    // Not a format rule, because its message would quote what may be the key.
    .refine((text) => /^[A-Za-z_]\w*$/.test(text), {
      error: 'must be the name of an environment variable, not the key itself',
    })
    .optional(),
  headers: z.record(z.string(), z.string()).default({}),
  /** Merged into the body of every request. */
  body: z.record(z.string(), z.unknown()).default({}),
});
/** A checked target. */
