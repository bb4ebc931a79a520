import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { trustText } from '../trust-codes.ts';
import { untoldNames } from './audit-names.ts';
import { englishParity } from './parity.ts';
import { englishTrust } from './trust.ts';

const formats = createFormats('en');
const { brief } = createAuditNumbers('en', formats);
const engineNames = { vllm: 'vLLM', sglang: 'SGLang' } as const;
const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items);

/** Findings about how it was measured in English: method, parity, compatibility. */
export const englishAuditConditions = {
  'cold-start-inside': {
    says: ({ stages, coldMicros, restMicros }) =>
      `${stages === 1 ? 'A stage holds' : `${formats.count(stages)} stages hold`} a cold start: there was no warm-up${coldMicros === null ? '' : `, and cold requests waited ${formats.duration(coldMicros)} for the first token${restMicros === null ? '' : `, the median of all ${formats.duration(restMicros)}`}`}.`,
    todo: () => 'Warm up before measuring.',
  },
  'method-not-told': {
    says: ({ untold }) => `The document does not tell ${list(untold.map((thing) => untoldNames[thing]))}.`,
    todo: () => 'Publish the plan and the result file, or at least these beside each table.',
  },
  'cached-prompts': {
    says: ({ target, share }) =>
      `Up to ${formats.share(share)} of the prompt tokens that ${target} got came from its prefix cache, although the prompts were not to share anything.`,
    todo: () => 'Put a salt of its own at the beginning of each prompt, and clear the cache between runs.',
  },
  'unequal-lengths': {
    says: ({ which, lengths, levels }) =>
      `The targets did not do the same work: mean ${which === 'input' ? 'prompts' : 'answers'} of ${list(lengths.map(({ target, tokens }) => `${formats.count(tokens)} tokens (${target})`))}${levels === 1 ? '' : `; so at ${formats.count(levels)} levels`}.`,
    todo: ({ which }) =>
      which === 'input'
        ? 'Send the same prompts in the same template.'
        : 'Fix the length of the answers and ignore the end token.',
  },
  'answers-ended-early': {
    says: ({ target, askedTokens, meanTokens, share }) =>
      `Answers of ${target} ended early: ${brief(meanTokens)} tokens on average, ${formats.share(share)} of the ${formats.count(askedTokens)} that were asked for.`,
    todo: () =>
      'Ignore the end token where speed is compared, and never take the asked length for the real one.',
  },
  'client-limited': {
    says: ({ verdict, reason, stages }) =>
      `${stages === 1 ? 'One stage is' : `${formats.count(stages)} stages are`} ${verdict} because of the load generator: ${trustText(reason, englishTrust, formats)}.`,
    todo: () => 'Give the load generator cores of its own, or more workers, and measure these levels again.',
  },
  parity: {
    says: ({ differences, minor }) =>
      [
        ...(differences.length === 0
          ? []
          : [`The targets did not have the same chance: ${differences.map(differenceText).join('; ')}.`]),
        ...(minor.length === 0
          ? []
          : [
              `${differences.length === 0 ? 'Different or not known' : 'Also different or not known'}: ${minor.map(englishParity.difference).join('; ')}.`,
            ]),
      ].join(' '),
    todo: () => 'Give all targets the same settings, or say in the headline that settings are compared.',
  },
  'image-not-pinned': {
    says: ({ images }) =>
      `Nobody can tell which version of the engines ran: ${images.map(({ target, reference, problem }) => `${target} is ${reference} (${{ latest: 'another version every few weeks', 'no-tag': 'no tag, which means latest', private: 'a private tag' }[problem]})`).join(', ')}.`,
    todo: () => 'Name a version, better the digest; with a private image publish how it is built.',
  },
  'driver-too-old': {
    says: ({ gpu, computeCapability, driver, leastDriver, cuda, leastCuda }) =>
      `${list([...(driver === null ? [] : [`Driver ${driver}`]), ...(cuda === null ? [] : [`CUDA ${cuda}`])])} cannot run the ${gpu} (compute capability ${computeCapability}): it needs driver ${leastDriver} and CUDA ${leastCuda} at least.`,
    todo: () => 'Read the versions on the host that measured (nvidia-smi) and correct the document.',
  },
  'argument-unknown': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target} is started with ${argument}, which ${engineNames[engine]} ${since} does not know${replacement === null ? '' : `; today it is ${replacement}`}.`,
    todo: ({ argument, replacement }) =>
      replacement === null
        ? `Leave ${argument} out.`
        : `Leave ${argument} out, and choose with ${replacement} where it is needed.`,
  },
  'argument-deprecated': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target} is started with ${argument}, ${replacement === null ? `which is deprecated in ${engineNames[engine]} ${since}` : `a deprecated spelling in ${engineNames[engine]} ${since} of ${replacement}`}.`,
    todo: ({ argument, replacement }) =>
      replacement === null ? `Leave ${argument} out.` : `Write ${replacement}, if it is needed at all.`,
  },
  'request-field-ignored': {
    says: ({ path, fields }) =>
      `The request that is shown sends ${list(fields)} at the top level of ${path}, where ${fields.length === 1 ? 'it has' : 'they have'} no effect.`,
    todo: ({ rightForm }) => `Write ${rightForm}.`,
  },
  'workaround-outdated': {
    says: ({ target, workarounds, computeCapability, engines }) =>
      `${target} goes round FlashInfer (${workarounds.join(', ')}), but FlashInfer knows compute capability ${computeCapability} in ${list(engines.map(({ engine, version }) => `${engineNames[engine]} ${version}`))}.`,
    todo: () => 'Leave the attention backend to the engine, and measure again.',
  },
} satisfies Partial<AuditRuleWords>;

type Difference = Parameters<typeof englishParity.difference>[0];

const differenceText = (difference: Difference): string =>
  `${englishParity.difference(difference)}${difference.favours === null ? '' : `, which favours ${difference.favours}`}`;
