import { cleanText } from '../write/clean-text.ts';
import {
  type CiResult,
  type CiStage,
  type CiThreshold,
  checkText,
  noStageText,
  trustText,
} from './ci-result.ts';

/**
 * A run as commands of GitHub's workflows, a line each, which show beside the build: an error for each threshold that is
 * not met and each invalid stage, a warning for each suspect one, and a notice where every threshold is met. Errors of
 * thresholds come first, since GitHub shows the first ten of a kind. Empty where there is nothing to say.
 */
export function toGithubAnnotations(result: CiResult): string {
  const unmet = result.thresholds.filter((threshold) => threshold.verdict !== 'pass');
  const met = result.thresholds.length > 0 && unmet.length === 0;
  const lines = [
    ...unmet.map(thresholdLine),
    ...result.stages.flatMap(stageLines),
    ...(met ? [command('notice', 'Thresholds', `all ${result.thresholds.length} are met`)] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function thresholdLine({ text, checks }: CiThreshold): string {
  const failed = checks.filter((check) => check.verdict !== 'pass');
  const lines = failed.map((check) => `${check.stage}: ${checkText(check)}`);
  return command('error', `Threshold not met: ${text}`, lines.join('\n') || noStageText);
}

function stageLines(stage: CiStage): readonly string[] {
  const { verdict } = stage.trust;
  if (verdict === 'valid') return [];
  const level = verdict === 'invalid' ? 'error' : 'warning';
  const title = verdict === 'invalid' ? 'Invalid stage' : 'Suspect stage';
  return [command(level, `${title}: ${stage.id}`, trustText(stage))];
}

function command(level: 'error' | 'warning' | 'notice', title: string, message: string): string {
  return `::${level} title=${escapeProperty(title)}::${escapeData(message)}`;
}

/** What GitHub unescapes in a message; `%` first, as the others bring new ones. */
const escapeData = (text: string): string =>
  cleanText(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** In a property a colon and a comma would end it. */
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
