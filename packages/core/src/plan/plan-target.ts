import { z } from 'zod';
import { type DeploymentPlan, deploymentSchema } from './deployments/deployment-plan.ts';
import { deploymentUrl } from './deployments/deployment-url.ts';
import { dialectNames } from './dialect-name.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import { hasKey } from './plan-fields.ts';
import { writtenField } from './written-field.ts';

/** Engines that are known by name; anything else with the same routes is `other`. */
export const engines = ['vllm', 'sglang', 'other'] as const;

const urlForms =
  'must be an http or https address, such as http://127.0.0.1:8000, or a Unix socket, such as unix:/run/server.sock';

const expectedUrl = urlForms.replace('must be ', '');

/** How the certificate of an https target is checked. */
const tlsSchema = z
  .strictObject({
    /** A PEM file with the certificates to trust, relative to the plan. */
    ca: z.string().min(1).optional(),
    /** Trusts any certificate. */
    insecure: z.boolean().default(false),
  })
  .refine(({ ca, insecure }) => ca === undefined || !insecure, {
    error: 'has both ca and insecure: with any certificate trusted, the file would not be used',
  });

/** A server that already runs, or one that is deployed; either way it has a url in the end. */
export const planTargetSchema = z
  .strictObject({
    name: z.string().regex(/^[\w.-]+$/, { error: 'must be made of letters, digits, ".", "_" and "-"' }),
    /** Found by asking the server where it is not given. */
    engine: z.enum(engines).optional(),
    api: z.enum(dialectNames).default('openai-chat'),
    /** Left out where a deployment's port says it. */
    url: writtenField<string>({
      expected: expectedUrl,
      text: (text) =>
        isTargetUrl(text) ? parsed(text) : refused(`${urlForms}, not ${JSON.stringify(text)}`),
    }).optional(),
    /** How to start the server; without it the server at `url` already runs. */
    deploy: deploymentSchema.optional(),
    tls: tlsSchema.optional(),
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
  })
  .refine((target) => hasKey(target, 'url') || hasKey(target, 'deploy'), {
    path: ['url'],
    error: `is missing (${expectedUrl})`,
    // Said whatever else is wrong, so that all problems come at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .superRefine((target, context) => {
    // A deployment that is wrong itself says nothing about the address.
    if (context.issues.length > 0) return;
    const url = urlOf(target);
    if (!url.ok) context.addIssue({ code: 'custom', path: ['url'], message: url.problem });
    else if (target.tls !== undefined && !/^https:/i.test(url.value)) {
      const message = 'only an https address has a certificate to check';
      context.addIssue({ code: 'custom', path: ['tls'], message });
    }
  })
  .transform((target) => {
    const url = urlOf(target);
    return { ...target, url: url.ok ? url.value : '' };
  });

type Located = { readonly url?: string | undefined; readonly deploy?: DeploymentPlan | undefined };

function urlOf({ url, deploy }: Located): Parsed<string> {
  if (url !== undefined || deploy === undefined) return parsed(url ?? '');
  return deploymentUrl(deploy);
}

function isTargetUrl(text: string): boolean {
  if (/^(unix:|http\+unix:\/\/)\S+$/i.test(text)) return true;
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
