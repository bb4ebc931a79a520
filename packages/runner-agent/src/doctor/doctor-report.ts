import type { DoctorCheck } from './doctor-check.ts';

/** What the doctor found, as `--json` prints it. */
export type DoctorReport = {
  readonly schema: 'kneepoint.doctor/1';
  /** What it looked at besides this host: an address or a plan's path; `null` for the host alone. */
  readonly subject: string | null;
  /** `unreachable` when nothing answered at the address; otherwise the worst that was found. */
  readonly verdict: DoctorVerdict;
  readonly counts: Readonly<Record<'errors' | 'advice' | 'ok' | 'skipped', number>>;
  readonly checks: readonly DoctorCheck[];
};

export type DoctorVerdict = 'ok' | 'advice' | 'problems' | 'unreachable';

/** Counts the checks and says what they come to. */
export function doctorReport(
  subject: string | null,
  checks: readonly DoctorCheck[],
  reachable: boolean,
): DoctorReport {
  const problems = checks.filter((check) => check.outcome === 'problem');
  const errors = problems.filter(({ weight }) => weight === 'error').length;
  const counts = {
    errors,
    advice: problems.length - errors,
    ok: checks.filter(({ outcome }) => outcome === 'ok').length,
    skipped: checks.filter(({ outcome }) => outcome === 'skipped').length,
  };
  return { schema: 'kneepoint.doctor/1', subject, verdict: verdictOf(counts, reachable), counts, checks };
}

function verdictOf({ errors, advice }: DoctorReport['counts'], reachable: boolean): DoctorVerdict {
  if (!reachable) return 'unreachable';
  if (errors > 0) return 'problems';
  return advice > 0 ? 'advice' : 'ok';
}
