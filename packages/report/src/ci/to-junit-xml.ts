import {
  type CiResult,
  type CiStage,
  type CiThreshold,
  checkText,
  noStageText,
  trustText,
} from './ci-result.ts';
import { type XmlElement, xmlDocument } from './xml-element.ts';

/**
 * A run as a JUnit report, which build servers read. A suite is a target; a case is a threshold at a stage, or a stage's
 * trust: an invalid stage has failed, a suspect one has passed and says why in its output. A threshold without data has
 * failed. Cases are named by the threshold, their class is the stage's id. A stage's time is with the case of its trust,
 * so that the times of a suite's cases add up to its own.
 */
export function toJunitXml(result: CiResult): string {
  const suites = [
    ...result.targets.map((target) => targetSuite(target.name, result)),
    ...suiteWithoutStage(result),
  ];
  const attributes = { name: result.name, ...sums(suites.flatMap((suite) => suite.children)) };
  return xmlDocument({ name: 'testsuites', attributes, children: suites });
}

type Suite = XmlElement & { readonly children: readonly Case[] };
type Case = XmlElement & { readonly children: readonly XmlElement[]; readonly seconds: number };

function targetSuite(target: string, result: CiResult): Suite {
  const stages = result.stages.filter((stage) => stage.target === target);
  const cases = stages.flatMap((stage) => [
    trustCase(stage),
    ...result.thresholds.flatMap((threshold) => thresholdCases(threshold, stage)),
  ]);
  return suite(target, cases, result);
}

/** Thresholds about no stage that was measured belong to no target. */
function suiteWithoutStage(result: CiResult): readonly Suite[] {
  const cases = result.thresholds
    .filter((threshold) => threshold.checks.length === 0)
    .map(({ text }) => testCase(text, 'thresholds', { children: [failure('no-data', noStageText)] }));
  return cases.length === 0 ? [] : [suite('thresholds without a stage', cases, result)];
}

function suite(name: string, cases: readonly Case[], { createdAt }: CiResult): Suite {
  // The schema's timestamp has neither fractions nor a time zone.
  const attributes = { name, ...sums(cases), timestamp: createdAt.slice(0, 19) };
  return { name: 'testsuite', attributes, children: cases };
}

function sums(cases: readonly Case[]): Record<string, string | number> {
  const failures = cases.filter((one) => one.children.some((child) => child.name === 'failure'));
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return {
    tests: cases.length,
    failures: failures.length,
    errors: 0,
    time: secondsText(seconds),
  };
}

function trustCase(stage: CiStage): Case {
  const { whole } = stage.window;
  const seconds = whole === null ? 0 : (whole.end - whole.start) / 1e6;
  const { verdict } = stage.trust;
  switch (verdict) {
    case 'valid':
      return testCase('trust', stage.id, { seconds });
    case 'suspect': {
      const text = `the stage is suspect\n${trustText(stage)}`;
      return testCase('trust', stage.id, {
        seconds,
        children: [{ name: 'system-out', attributes: {}, text }],
      });
    }
    case 'invalid':
      return testCase('trust', stage.id, { seconds, children: [failure(verdict, trustText(stage))] });
  }
}

function thresholdCases(threshold: CiThreshold, stage: CiStage): readonly Case[] {
  return threshold.checks
    .filter((check) => check.stage === stage.id)
    .map((check) => {
      const children = check.verdict === 'pass' ? [] : [failure(check.verdict, checkText(check))];
      return testCase(threshold.text, stage.id, { children });
    });
}

function testCase(
  name: string,
  classname: string,
  { seconds = 0, children = [] }: { readonly seconds?: number; readonly children?: readonly XmlElement[] },
): Case {
  const attributes = { name, classname, time: secondsText(seconds) };
  return { name: 'testcase', attributes, children, seconds };
}

/** The message is the first line, since lists of failures show it in one. */
const failure = (type: string, text: string): XmlElement => ({
  name: 'failure',
  attributes: { type, message: text.split('\n')[0] ?? text },
  text,
});

const secondsText = (seconds: number): string => seconds.toFixed(3);
