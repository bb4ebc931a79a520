import {
  type CapacityVerdict,
  capacityStage,
  checkOutputPath,
  createCapacitySearch,
  describeCapacity,
  exitCodes,
  levelOutcome,
  type OwnResult,
  objectivesOf,
  type SloTerm,
  type Stage,
  type StagePlanner,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import {
  type CapacityFlags,
  capacitySearchOptions,
  capacityStageOptions,
  capacityTerms,
} from '../flags/capacity-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import { wordsOf } from '../words/words-of.ts';
import { afterRun } from './after-run.ts';
import { type CapacityTextParts, capacityText } from './capacity-text.ts';
import { checkTokenizerPath } from './check-tokenizer-path.ts';
import { executeRun } from './execute-run.ts';
import { newRun, requestsPathBeside } from './new-run.ts';
import { sayNextSteps } from './next-steps.ts';
import { plainRun } from './plain-run.ts';
import { sayExit } from './say-exit.ts';
import { shownCommand } from './shown-command.ts';
import { targetOfFlags } from './target-of-flags.ts';
import { withProgress } from './with-progress.ts';

/** Searches the highest load that keeps the SLO; returns the exit code. */
export const capacity = (url: string, flags: CapacityFlags, context: CommandContext): Promise<number> =>
  withProgress(flags, context, (within) => capacityWithin(url, flags, within));

async function capacityWithin(url: string, flags: CapacityFlags, context: RunContext): Promise<number> {
  const terms = capacityTerms(flags);
  const options = capacitySearchOptions(flags);
  const stageOptions = capacityStageOptions(flags, options.vary);
  const target = await targetOfFlags(url, flags, context);
  if (flags.tokenizer !== undefined) await checkTokenizerPath(flags.tokenizer);
  const records = flags.output === undefined ? null : requestsPathBeside(flags.output);
  for (const path of [flags.output, records?.path]) if (path !== undefined) await checkOutputPath(path);
  const search = createCapacitySearch(options);
  const outcomes = (stages: readonly Stage[]) =>
    stages.map((stage) => levelOutcome(stage, terms, options.vary)).filter((outcome) => outcome !== null);
  const stages: StagePlanner = {
    next(done) {
      const step = search.next(outcomes(done));
      return step === null ? null : capacityStage(step, stageOptions);
    },
    planned: null,
    mostUsers: options.vary === 'users' ? options.maximum : 0,
    mostPerSecond: options.vary === 'rate' ? options.maximum : 0,
    capacity: (done) =>
      describeCapacity(
        search.verdict(outcomes(done)),
        terms.map(({ text }) => text),
      ),
  };
  const { result, inHistory, unwritten } = await executeRun(
    {
      ...plainRun,
      ...newRun(flags.seed ?? null, new Date()),
      name: `capacity ${target.url}`,
      command: shownCommand(context),
      plan: {
        version: 1,
        target: { url: target.url, api: target.api, model: target.model, body: target.body },
        slo: terms.map(({ text }) => text),
        search: options,
        stage: stageOptions,
      },
      targets: [target],
      stages,
      tokenizerPath: flags.tokenizer ?? null,
      objectives: objectivesOf(terms),
      stopWhenSaturated: true,
      requestsPath: records?.path ?? null,
      requestsName: records?.name ?? null,
    },
    { outputPath: flags.output ?? null },
    context,
  );
  const verdict = search.verdict(outcomes(result.stages));
  const code = await conclude({ result, terms, verdict }, flags, context);
  if (unwritten !== null) throw unwritten;
  const kept = { result, file: flags.output ?? null, inHistory };
  if (flags.quiet !== true && flags.json !== true) sayNextSteps(afterRun(kept, context), context);
  return code;
}

type Conclusion = {
  readonly result: OwnResult;
  readonly terms: readonly SloTerm[];
  readonly verdict: CapacityVerdict;
};

/** Prints the answer and says the exit code. */
async function conclude(
  { result, terms, verdict }: Conclusion,
  flags: CapacityFlags,
  context: CommandContext,
): Promise<number> {
  const { stdout, stderr, language } = context;
  if (flags.json === true)
    stdout.write(
      `${JSON.stringify(flags.printsResult === true ? result : { capacity: verdict, result }, null, 2)}\n`,
    );
  else
    stdout.write(
      capacityText(verdict, {
        terms: terms.map(({ text }) => text),
        stages: judgedStages(result.stages, verdict, terms),
        columns: stdout.isTTY === true ? (stdout.columns ?? 80) : null,
        language,
      }),
    );
  if (flags.output !== undefined && flags.quiet !== true)
    stderr.write(`\n${wordsOf(language).run.result} ${flags.output}\n`);
  const ended = result.exit?.code ?? 0;
  if (ended === exitCodes.interrupted || ended === exitCodes.targetUnreachable)
    return sayExit(result, context);
  return capacityExitCode(verdict);
}

function judgedStages(
  stages: readonly Stage[],
  { vary }: CapacityVerdict,
  terms: readonly SloTerm[],
): CapacityTextParts['stages'] {
  return stages.flatMap((stage) => {
    const outcome = levelOutcome(stage, terms, vary);
    return outcome === null ? [] : [{ id: stage.id, trust: stage.trust, level: outcome.level }];
  });
}

/** A capacity that lies above all that could be measured is found: at least so much. */
export function capacityExitCode(
  verdict: Pick<CapacityVerdict, 'highestKept' | 'lowestBroken' | 'reason'>,
): number {
  if (verdict.highestKept !== null) return exitCodes.ok;
  return verdict.reason === 'range-start' && verdict.lowestBroken !== null
    ? exitCodes.thresholdsNotMet
    : exitCodes.resultInvalid;
}
