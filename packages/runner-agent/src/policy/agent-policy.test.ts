import { expect, test } from 'vitest';
import { closedPolicy, parseAgentPolicy } from './agent-policy.ts';

test('what a policy file does not say is not allowed', () => {
  expect(parseAgentPolicy('version: 1', 'agent.yaml')).toEqual(closedPolicy);
  expect(closedPolicy).toMatchObject({
    lists: { images: [], commands: [], mounts: [], environment: [], ports: [] },
  });
});

test('every problem of a policy file is told at once, by its place', () => {
  const text = 'version: 1\nimages: x\nmounts: [data, /a/../b]\nlimits: { jobs: 0 }\nextra: 1\n';
  expect(() => parseAgentPolicy(text, 'agent.yaml')).toThrow(
    expect.objectContaining({
      code: 'policy-invalid',
      message: expect.stringMatching(/images[\s\S]*mounts\.0[\s\S]*mounts\.1[\s\S]*limits\.jobs[\s\S]*extra/),
    }),
  );
});

test('a file that is no YAML is refused as one', () => {
  expect(() => parseAgentPolicy('a: [', 'agent.yaml')).toThrow(
    expect.objectContaining({ code: 'policy-invalid' }),
  );
});
