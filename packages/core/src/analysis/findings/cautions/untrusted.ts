import type { Stage } from '../../../result/stage-schema.ts';
import { measuredLevels } from '../../levels/measured-level.ts';
import { caution, type FindingRule } from '../finding-rule.ts';

/**
 * Stages that are not trusted: one finding for all targets and levels whose stages have the same verdict for the same
 * kinds of reasons, invalid ones first. The reasons, with their figures, are the stages' own.
 */
export const untrusted: FindingRule = ({ result }) => {
  // That the client of an imported result was not watched is said of all of it, once.
  const saidAlready = result.source.kind === 'imported' ? 'suspect client-not-watched' : null;
  const places = measuredLevels(result, () => true).flatMap(({ targets }) =>
    targets.flatMap(({ stages }) =>
      (['invalid', 'suspect'] as const).flatMap((verdict) => {
        const found = stages.filter(({ trust }) => trust.verdict === verdict);
        return found.length === 0
          ? []
          : [{ verdict, stages: found, kind: `${verdict} ${reasonCodes(found)}` }];
      }),
    ),
  );
  const groups = [...Map.groupBy(places, ({ kind }) => kind)].flatMap(([kind, group]) =>
    kind === saidAlready ? [] : [group],
  );
  return (['invalid', 'suspect'] as const).flatMap((verdict) =>
    groups
      .filter(([first]) => first?.verdict === verdict)
      .map((group) =>
        caution(verdict === 'invalid' ? 'stages-invalid' : 'stages-suspect', {
          severity: verdict === 'invalid' ? 'error' : 'warning',
          stages: group.flatMap(({ stages }) => stages.map(({ id }) => id)),
          trust: verdict,
        }),
      ),
  );
};

/** The codes of all reasons, each once, in their alphabet. */
function reasonCodes(stages: readonly Stage[]): string {
  const codes = stages.flatMap(({ trust }) => trust.reasons.map(({ code }) => code));
  return [...new Set(codes)].sort().join(' ');
}
