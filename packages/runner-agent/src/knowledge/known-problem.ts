import { z } from 'zod';
import { logPatternProblem } from './log-pattern.ts';
import { parseVersionRange } from './version-range.ts';

/** Engines that a problem can belong to. */
export const knownEngines = ['vllm', 'sglang'] as const;
export type KnownEngine = (typeof knownEngines)[number];

const areas = [
  'gpu',
  'memory',
  'arguments',
  'model',
  'container',
  'network',
  'host',
  'server',
  'measurement',
] as const;

const range = z.string().refine((text) => parseVersionRange(text) !== null, {
  error: 'must be a range of versions, such as ">=12.0 <13"',
});

/** Facts that hold together. A fact that is not known does not hold. */
const conditionSchema = z
  .strictObject({
    /** There is a GPU, whichever it is. */
    hasGpu: z.literal(true).optional(),
    computeCapability: range.optional(),
    driver: range.optional(),
    /** The newest CUDA version that the driver runs. */
    cuda: range.optional(),
    engine: z.enum(knownEngines).optional(),
    engineVersion: range.optional(),
    /** One of these arguments is given: `--flag`, or `--flag=value` for one value of it. */
    arguments: z
      .array(z.string().regex(/^--[a-z][a-z0-9-]*(?:=.+)?$/))
      .min(1)
      .optional(),
    /** One of these environment variables is set for the server. */
    variables: z
      .array(z.string().regex(/^[A-Z][A-Z0-9_]*$/))
      .min(1)
      .optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, { error: 'must name a condition' });

/** A checked one. */
export type ProblemCondition = z.infer<typeof conditionSchema>;

const logPattern = z.string().superRefine((pattern, context) => {
  const problem = logPatternProblem(pattern);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const sentence = z.string().trim().min(1);

const textSchema = z.strictObject({
  /** What a person sees, in a few words. */
  title: sentence.max(90),
  cause: sentence.max(600),
  fix: sentence.max(800),
});

/** One known problem: what it looks like, why it happens, what helps, and who says so. One YAML file each. */
export const knownProblemSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    area: z.enum(areas),
    /** Whose problem it is; empty when it can happen with any server. */
    engines: z.array(z.enum(knownEngines)),
    /** 3 names the cause, 2 the part that fails, 1 only what is seen: of two that match, the higher one comes first. */
    specificity: z.literal([1, 2, 3]),
    /** Whether it stops or falsifies a measurement (`error`), or is worth knowing (`advice`). */
    weight: z.enum(['error', 'advice']),
    /** What its lines in a server's log look like; one matching line is enough. */
    log: z.array(logPattern).default([]),
    /** Where these are known and do not hold, it is not this problem, whatever the log says. */
    only: conditionSchema.optional(),
    /** Any one of these, met before anything was started, says that the problem will come. */
    signs: z.array(conditionSchema).default([]),
    /** Versions that this holds for, and how that is known. */
    versions: sentence,
    /** Commands that check or repair it. Words in capitals are to be replaced. */
    commands: z.array(sentence).default([]),
    sources: z.array(z.url({ protocol: /^https$/ })).min(1),
    text: z.strictObject({ en: textSchema, ko: textSchema, zh: textSchema }),
  })
  .readonly();

/** A checked one. */
export type KnownProblem = z.infer<typeof knownProblemSchema>;

/** Its words in one language. */
export type ProblemText = KnownProblem['text']['en'];
