import { exitCodes, KneepointError } from '@kneepoint/core';
import { type CommandContext, mayColour } from '../command-context.ts';
import { errorTrouble } from '../explain/error-trouble.ts';
import { helpLines, knownLines } from '../explain/help-lines.ts';
import { helpOf } from '../explain/help-of.ts';
import { type HelpLine, type HelpLook, helpText } from '../explain/help-text.ts';
import { knownProblemFor } from '../explain/known-problem.ts';
import { planProblemText } from '../explain/plan-problem-text.ts';
import type { Help, Trouble } from '../explain/trouble.ts';
import { wordsOf } from '../words/words-of.ts';
import { internalErrorText } from './internal-error.ts';

/** What is printed on stderr for an error, and the exit code. */
export type ErrorLines = { readonly text: string; readonly exitCode: number };

/**
 * An error as the person sees it: what happened, where, why probably, what to try, and the doctor's entry where one
 * matches. With `--quiet` the sentence and the hint alone; with `--json` one line of JSON in English, whose keys and codes
 * never change: `{"error":{"code","message","hint","exitCode"}}`.
 */
export async function errorLines(error: unknown, context: CommandContext): Promise<ErrorLines> {
  if (!(error instanceof KneepointError)) {
    if (asJson(context)) return { text: jsonError('internal', error), exitCode: exitCodes.internal };
    return { text: await internalErrorText(error, context, lookOn(context)), exitCode: exitCodes.internal };
  }
  const { exitCode } = error;
  if (asJson(context)) return { text: jsonError(error.code, error), exitCode };
  if (context.words.includes('--quiet')) return { text: shortText(error, context), exitCode };
  return { text: await wholeText(error, context), exitCode };
}

const asJson = ({ words }: CommandContext): boolean => words.includes('--json');

function jsonError(code: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof KneepointError ? error.hint : null;
  const exitCode = error instanceof KneepointError ? error.exitCode : exitCodes.internal;
  return `${JSON.stringify({ error: { code, message, hint, exitCode } })}\n`;
}

/** How help is drawn on stderr. */
export function lookOn({ stderr, environment, language }: CommandContext): HelpLook {
  return {
    labels: wordsOf(language).errors.labels,
    columns: stderr.isTTY === true ? (stderr.columns ?? 80) : null,
    colour: mayColour(stderr, environment),
  };
}

async function wholeText(error: KneepointError, context: CommandContext): Promise<string> {
  const { language } = context;
  const words = wordsOf(language).errors;
  const trouble = errorTrouble(error);
  const help = trouble === null ? null : helpOf(trouble, words.help);
  const lines =
    help === null || trouble === null ? hintLines(error) : troubleLines({ trouble, help, error }, context);
  const problem =
    trouble === null && error.exitCode === exitCodes.usage
      ? null
      : await knownProblemFor({ trouble, lines: wordsIn(error), engine: null });
  const known =
    problem === null || isTold(problem.id, error)
      ? []
      : knownLines(problem, {
          labels: words.labels,
          language,
          url: trouble !== null && 'url' in trouble ? trouble.url : null,
          told: help?.commands ?? [],
        });
  return helpText(help?.what ?? error.message, [...lines, ...known], lookOn(context));
}

/** With `--quiet`: the sentence, and what to do. */
function shortText(error: KneepointError, context: CommandContext): string {
  const words = wordsOf(context.language).errors;
  const trouble = context.language === 'en' ? null : errorTrouble(error);
  const help = trouble === null ? null : helpOf(trouble, words.help);
  const hint = help === null ? error.hint : (help.tries[0] ?? null);
  const look = { ...lookOn(context), columns: null, colour: false };
  const lines = hint === null ? [] : [`  ${hint}\n`];
  return `${helpText(help?.what ?? error.message, [], look)}${lines.join('')}`;
}

function hintLines({ hint }: KneepointError): readonly HelpLine[] {
  return (hint ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) =>
      text.startsWith('  ') ? { label: 'tries', text, whole: true } : { label: 'tries', text },
    );
}

type Told = { readonly trouble: Trouble; readonly help: Help; readonly error: KneepointError };

function troubleLines({ trouble, help, error }: Told, { language }: CommandContext): readonly HelpLine[] {
  const { planProblem } = wordsOf(language).errors;
  switch (trouble.kind) {
    case 'plan-invalid':
      return [
        ...trouble.problems.map(
          (text) =>
            ({
              label: 'where',
              text: language === 'en' ? text : planProblemText(text, planProblem),
            }) as const,
        ),
        ...helpLines(help),
      ];
    case 'policy-refuses':
      return [...trouble.problems.map((text) => ({ label: 'where', text }) as const), ...helpLines(help)];
    default:
      return [...saidLines(trouble, help), ...helpLines(help), ...logLines(error)];
  }
}

/** A hint of several lines is the end of a log. */
const logLines = (error: KneepointError): readonly HelpLine[] =>
  error.hint?.includes('\n') === true ? hintLines(error) : [];

/** The error's own sentence where the language has another one for it. */
function saidLines(trouble: Trouble, help: Help): readonly HelpLine[] {
  if (!('said' in trouble) || trouble.said === '' || help.what === trouble.said) return [];
  return [{ label: 'detail', text: trouble.said }];
}

function wordsIn({ message, hint, cause }: KneepointError): readonly string[] {
  const below = cause instanceof Error ? [cause.message] : [];
  return [message, ...below, ...(hint ?? '').split('\n').map((line) => line.replace(/^ *\| /, ''))];
}

/** The logs of targets that did not start are told with their entry. */
const isTold = (id: string, { hint }: KneepointError): boolean => hint?.includes(`[${id}]`) ?? false;
