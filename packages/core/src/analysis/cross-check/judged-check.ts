import type { CrossCheck } from '../../result/cross-check-schema.ts';

/** The two figures of a check. */
export type TwoFigures = Pick<CrossCheck, 'code' | 'unit' | 'client' | 'server'>;

/** What to say of the client's figure: in its place, above it, or below it. */
export type CheckMessages = {
  readonly inside: string;
  readonly above: (by: number) => string;
  readonly below: (by: number) => string;
};

/** A check that could not be made. */
export const notCompared = (figures: TwoFigures, message: string): CrossCheck => ({
  ...figures,
  message,
  allowed: null,
  explained: null,
});

/** A check of a client's figure against where it may lie. */
export function judgedCheck(
  figures: TwoFigures & { readonly client: number },
  allowed: { readonly low: number | null; readonly high: number },
  messages: CheckMessages,
): CrossCheck {
  const { client } = figures;
  const below = allowed.low !== null && client < allowed.low ? allowed.low - client : 0;
  const above = Math.max(0, client - allowed.high);
  const message = above > 0 ? messages.above(above) : below > 0 ? messages.below(below) : messages.inside;
  return { ...figures, message, allowed, explained: above === 0 && below === 0 };
}
