import { z } from 'zod';
import { micros } from '../units/units.ts';
import { languages } from './language.ts';
import { parsed, refused } from './parsed.ts';
import { durationField, lastingField, noTime, positiveCount } from './plan-fields.ts';
import { planTargetSchema } from './plan-target.ts';
import { suiteSchema } from './suites/suite-kinds.ts';
import { sloText, thresholdText } from './threshold-fields.ts';
import { writtenField } from './written-field.ts';

/** What a report can be written as. */
export const reportFormats = ['markdown', 'html'] as const;

const workersField = writtenField<number | 'auto'>({
  expected: 'a number of load workers, or auto',
  number: (value) =>
    Number.isSafeInteger(value) && value >= 1
      ? parsed(value)
      : refused(`must be a whole number of at least 1, or auto, not ${value}`),
  text: (text) =>
    text === 'auto' ? parsed('auto') : refused(`must be a whole number, or auto, not "${text}"`),
});

/** The plan: which targets get which load, how often and in which order. */
export const planSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1),
    model: z
      .strictObject({
        id: z.string().min(1).optional(),
        /** A directory or file with the model's tokenizer, relative to the plan. */
        tokenizer: z.string().min(1).optional(),
      })
      .default({}),
    targets: z
      .array(planTargetSchema)
      .min(1)
      .superRefine((targets, context) => {
        targets.forEach((target, index) => {
          if (targets.findIndex((other) => other.name === target.name) === index) return;
          const message = `${JSON.stringify(target.name)} is the name of an earlier target`;
          context.addIssue({ code: 'custom', path: [index, 'name'], message });
        });
      }),
    suites: z.array(suiteSchema).min(1),
    repeats: positiveCount.default(1),
    /** `auto` lets the targets take turns (A B, then B A); `sequential` finishes one target before the next. */
    order: z.enum(['auto', 'sequential']).default('auto'),
    between: z
      .strictObject({
        /** The pause between two stages, in microseconds. */
        settle: durationField.default(noTime),
        /** Clears the servers' prefix caches through their own routes. */
        clearPrefixCache: z.boolean().default(false),
      })
      .default({ settle: noTime, clearPrefixCache: false }),
    /** Load worker threads; `auto` takes what the load and the host ask for. */
    workers: workersField.default('auto'),
    /** At so many requests in flight an arrival is dropped, or sent late. */
    maxInFlight: positiveCount.default(20_000),
    atCap: z.enum(['drop', 'late']).default('drop'),
    /** The longest time for one request, in microseconds. */
    timeout: lastingField.default(micros(120_000_000)),
    /** What has to hold at the end, as `ttft p95 < 500ms`. */
    thresholds: z.array(thresholdText).default([]),
    /** Limits that a request has to keep to count as good, or a preset. */
    slo: sloText.optional(),
    /** Ends the run with the first stage that does not meet a threshold. */
    abortOnFail: z.boolean().default(false),
    /** Stops a level with arrivals early when its queue only grows. */
    earlyStop: z.boolean().default(true),
    /** Drawn at random, and written to the result, where it is not given. */
    seed: z
      .union([z.string().min(1), z.number().int()])
      .transform(String)
      .optional(),
    /** A model that rates the excerpts once everything was measured. */
    judge: z
      .strictObject({
        /** Of an OpenAI-compatible server. */
        url: z.url({ protocol: /^https?$/ }),
        model: z.string().min(1),
        /** The environment variable that holds the API key. */
        apiKeyEnv: z.string().min(1).optional(),
        /** What each score means; one of Kneepoint's own where it is not given. */
        rubric: z.string().min(1).optional(),
        /** The longest time for one rating. */
        timeout: lastingField.default(micros(120_000_000)),
      })
      .optional(),
    report: z
      .strictObject({
        languages: z.array(z.enum(languages)).min(1).default(['en']),
        format: z.array(z.enum(reportFormats)).min(1).default(['markdown']),
      })
      .default({ languages: ['en'], format: ['markdown'] }),
  })
  .refine((plan) => !plan.abortOnFail || plan.thresholds.length > 0 || plan.slo !== undefined, {
    path: ['abortOnFail'],
    error: 'needs thresholds: without one there is nothing to fail',
  });

/** A plan that was checked: durations in microseconds, defaults filled in. */
export type Plan = z.infer<typeof planSchema>;
