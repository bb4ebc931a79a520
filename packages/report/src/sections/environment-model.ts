import type { Target } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';
import { argumentOf } from './deployment-arguments.ts';
import { agreedText, type Fact } from './environment-facts.ts';

/** The model that is served: its name, revision, precision and size. */
export function modelFacts({ result, catalogue }: ReportContext): Fact[] {
  const { facts, columns, formats } = catalogue;
  const { targets } = result;
  const fact = (item: string, pick: (target: Target) => string | null, part?: string): Fact => ({
    item,
    value: agreedText(
      targets.map((target) => ({ name: target.name, value: pick(target) })),
      catalogue,
    ),
    reason: part === undefined ? null : (targets[0]?.modelShape?.reasons[part] ?? null),
  });
  const limitOf = (target: Target) =>
    result.analysis.physicalLimits.find((limit) => limit.target === target.name)?.inputs;
  const parameters = (target: Target): number | null =>
    target.modelShape?.parameters ?? limitOf(target)?.parameters ?? null;
  return [
    fact(columns.model, ({ model }) => model),
    fact(facts.revision, ({ modelShape }) => modelShape?.revision ?? null, 'revision'),
    fact(facts.precision, (target) => precisionOf(target, catalogue), 'dtype'),
    fact(
      facts.quantization,
      ({ modelShape }) => {
        const method = modelShape?.quantization ?? null;
        return method === 'none' ? facts.notQuantized : method;
      },
      'quantization',
    ),
    fact(
      facts.parameters,
      (target) => {
        const count = parameters(target);
        return count === null ? null : facts.parametersText(count);
      },
      'parameters',
    ),
    fact(
      facts.weights,
      (target) => {
        const bytes = limitOf(target)?.weightBytes ?? null;
        return bytes === null ? null : formats.bytes(bytes);
      },
      'parameters',
    ),
  ];
}

/** What the server was told to compute in, else the type of the model's own weights. */
function precisionOf(
  { deployment, modelShape }: Target,
  { page }: ReportContext['catalogue'],
): string | null {
  const asked = argumentOf(deployment?.command ?? [], '--dtype');
  return asked !== null && asked !== 'auto' ? page.aside(asked, '--dtype') : (modelShape?.dtype ?? null);
}
