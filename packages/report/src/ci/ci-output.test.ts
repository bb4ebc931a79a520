import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { CiResult, CiStage } from './ci-result.ts';
import { toGithubAnnotations } from './to-github-annotations.ts';
import { toJunitXml } from './to-junit-xml.ts';

const reason = (message: string): CiStage['trust']['reasons'][number] => ({
  code: 'client-busy',
  message,
  value: 0.97,
  limit: 0.95,
});

function stage(id: string, target: string, trust: Partial<CiStage['trust']> = {}): CiStage {
  return {
    id,
    target,
    window: { whole: { start: 1_000_000, end: 62_500_000 } },
    trust: { verdict: 'valid', reasons: [], ...trust },
  };
}

const passed = { value: 450_000, unit: 'us', limit: 500_000, verdict: 'pass', reason: null } as const;
const result: CiResult = {
  name: 'qwen3-8b',
  createdAt: '2026-11-24T06:00:00.000Z',
  targets: [{ name: 'vllm' }, { name: 'sglang' }],
  stages: [
    stage('5-users/vllm', 'vllm'),
    stage('5-users/sglang', 'sglang', {
      verdict: 'suspect',
      reasons: [reason('2 % of the requests failed'), reason('the window was short')],
    }),
    stage('9-users/sglang', 'sglang', {
      verdict: 'invalid',
      reasons: [reason('97 % of a core, at "p99" <20ms>')],
    }),
  ],
  thresholds: [
    {
      text: 'ttft p95 < 500ms',
      verdict: 'fail',
      checks: [
        { ...passed, stage: '5-users/vllm' },
        {
          ...passed,
          stage: '5-users/sglang',
          value: 510_000,
          verdict: 'fail',
          reason: '510ms is not < 500ms',
        },
        {
          ...passed,
          stage: '9-users/sglang',
          value: null,
          verdict: 'no-data',
          reason: 'too few samples: 3 of 90',
        },
      ],
    },
    { text: 'users(50).errorRate < 0.1%', verdict: 'no-data', checks: [] },
  ],
};
const metThreshold: CiResult['thresholds'][number] = {
  text: 'ttft p95 < 1s',
  verdict: 'pass',
  checks: [{ ...passed, stage: '5-users/vllm' }],
};

type ParsedNode = { readonly [name: string]: unknown };

/** Attributes as `@name`, text as `#text`, every element a list. */
function parsed(xml: string): ParsedNode {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  });
  const document: unknown = parser.parse(xml);
  return document as ParsedNode;
}

function elements(node: ParsedNode, name: string): readonly ParsedNode[] {
  const found = node[name];
  return Array.isArray(found) ? (found as ParsedNode[]) : [];
}

test('a JUnit report has a suite for each target, and a case for each threshold and the trust of each stage', () => {
  expect(toJunitXml(result)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="qwen3-8b" tests="7" failures="4" errors="0" time="184.500">
      <testsuite name="vllm" tests="2" failures="0" errors="0" time="61.500" timestamp="2026-11-24T06:00:00">
        <testcase name="trust" classname="5-users/vllm" time="61.500"/>
        <testcase name="ttft p95 &lt; 500ms" classname="5-users/vllm" time="0.000"/>
      </testsuite>
      <testsuite name="sglang" tests="4" failures="3" errors="0" time="123.000" timestamp="2026-11-24T06:00:00">
        <testcase name="trust" classname="5-users/sglang" time="61.500">
          <system-out>the stage is suspect
    2 % of the requests failed
    the window was short</system-out>
        </testcase>
        <testcase name="ttft p95 &lt; 500ms" classname="5-users/sglang" time="0.000">
          <failure type="fail" message="510ms is not &lt; 500ms">510ms is not &lt; 500ms</failure>
        </testcase>
        <testcase name="trust" classname="9-users/sglang" time="61.500">
          <failure type="invalid" message="97 % of a core, at &quot;p99&quot; &lt;20ms&gt;">97 % of a core, at &quot;p99&quot; &lt;20ms&gt;</failure>
        </testcase>
        <testcase name="ttft p95 &lt; 500ms" classname="9-users/sglang" time="0.000">
          <failure type="no-data" message="no data: too few samples: 3 of 90">no data: too few samples: 3 of 90</failure>
        </testcase>
      </testsuite>
      <testsuite name="thresholds without a stage" tests="1" failures="1" errors="0" time="0.000" timestamp="2026-11-24T06:00:00">
        <testcase name="users(50).errorRate &lt; 0.1%" classname="thresholds" time="0.000">
          <failure type="no-data" message="no stage that it is about was measured">no stage that it is about was measured</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test('the counts and times of a report are those of its cases', () => {
  const [root] = elements(parsed(toJunitXml(result)), 'testsuites');
  const suites = root === undefined ? [] : elements(root, 'testsuite');
  const count = (nodes: readonly ParsedNode[]) => ({
    tests: String(nodes.length),
    failures: String(nodes.filter((node) => elements(node, 'failure').length > 0).length),
    time: nodes.reduce((sum, node) => sum + Number(node['@time']), 0).toFixed(3),
  });
  for (const node of [...suites, root]) {
    const cases =
      node === root ? suites.flatMap((one) => elements(one, 'testcase')) : elements(node ?? {}, 'testcase');
    expect({ tests: node?.['@tests'], failures: node?.['@failures'], time: node?.['@time'] }).toEqual(
      count(cases),
    );
    for (const one of cases)
      expect(one).toMatchObject({ '@name': expect.any(String), '@classname': expect.any(String) });
  }
  expect(suites).toHaveLength(3);
});

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\u001b[31m',
        '\ud800',
        '\uffff',
        '\ufffe',
        ']]>',
        '&amp;',
        '<',
        '"',
        "'",
        '\t',
        '\n',
        '\r',
        '%',
        '::',
        ',',
        '가',
        '😀',
      ),
    )
    .map((pieces) => pieces.join('')),
);

function withText(text: string): CiResult {
  const check = { ...passed, stage: text, verdict: 'fail', reason: text } as const;
  return {
    ...result,
    name: text,
    targets: [{ name: text }],
    stages: [stage(text, text, { verdict: 'invalid', reasons: [reason(text)] })],
    thresholds: [{ text, verdict: 'fail', checks: [check] }],
  };
}

test('whatever a text holds, the report is well-formed XML 1.0 and gives the text back, unwritable characters replaced', () => {
  fc.assert(
    fc.property(odd, (text) => {
      const xml = toJunitXml(withText(text));
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      const [root] = elements(parsed(xml), 'testsuites');
      expect(Array.from(String(root?.['@name']), seen)).toEqual(
        Array.from(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'), seen),
      );
    }),
    { numRuns: 300 },
  );
});

test('a newline of a message outlives a reader that makes spaces of plain ones in attributes', () => {
  const xml = toJunitXml({ ...result, name: 'first\nsecond\tthird' });
  expect(xml).toContain('<testsuites name="first&#10;second&#9;third"');
});

/** What cannot be seen counts as one and the same. */
const seen = (character: string): string =>
  /^[\n\t]$|^[^\p{C}\ufffd]$/u.test(character) ? character : '\ufffd';

test('annotations are an error for each threshold not met and each invalid stage, a warning for each suspect one', () => {
  expect(toGithubAnnotations(result)).toMatchInlineSnapshot(`
    "::error title=Threshold not met%3A ttft p95 < 500ms::5-users/sglang: 510ms is not < 500ms%0A9-users/sglang: no data: too few samples: 3 of 90
    ::error title=Threshold not met%3A users(50).errorRate < 0.1%25::no stage that it is about was measured
    ::warning title=Suspect stage%3A 5-users/sglang::2 %25 of the requests failed%0Athe window was short
    ::error title=Invalid stage%3A 9-users/sglang::97 %25 of a core, at "p99" <20ms>
    "
  `);
});

test('a run whose thresholds are all met says so in one notice, and one without thresholds says nothing', () => {
  const calm = { ...result, stages: [stage('5-users/vllm', 'vllm')] };
  expect(toGithubAnnotations({ ...calm, thresholds: [metThreshold] })).toBe(
    '::notice title=Thresholds::all 1 are met\n',
  );
  expect(toGithubAnnotations({ ...calm, thresholds: [] })).toBe('');
});

test('whatever a text holds, an annotation is one line that unescapes to it, and no text can begin a command', () => {
  fc.assert(
    fc.property(odd, (text) => {
      const lines = toGithubAnnotations(withText(text)).split('\n').slice(0, -1);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toMatch(/^::error title=[^:,\r\n]*::[^\r\n]*$/);
      const message = lines[1]?.replace(/^::error title=[^:]*::/, '') ?? '';
      const shown = message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
      const wanted = text.replace(/\r\n?|[\u2028\u2029]/g, '\n') || 'no reason given';
      expect(Array.from(shown, seen)).toEqual(Array.from(wanted, seen));
    }),
    { numRuns: 300 },
  );
});
