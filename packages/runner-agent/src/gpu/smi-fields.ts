/** The fields of `nvidia-smi --query-gpu` that tell what a GPU is. */
export const smiFactFields = [
  'index',
  'name',
  'uuid',
  'driver_version',
  'memory.total',
  'compute_cap',
  'clocks.max.sm',
  'clocks.max.memory',
  'power.limit',
] as const;

/** The fields of a sample. */
export const smiSampleFields = [
  'index',
  'memory.used',
  'utilization.gpu',
  'utilization.memory',
  'temperature.gpu',
  'power.draw',
  'clocks.sm',
  'clocks.mem',
  'clocks_event_reasons.active',
] as const;

export type SmiField = (typeof smiFactFields)[number] | (typeof smiSampleFields)[number];

/** What older drivers call a field. */
export const olderSmiNames: Readonly<Partial<Record<SmiField, string>>> = {
  'clocks_event_reasons.active': 'clocks_throttle_reasons.active',
};

/** A field under the name that this driver knows it by. */
export type NamedField = { readonly field: SmiField; readonly name: string };

/** The fields that a driver knows, after it refused `refused`: that one under its older name, or without it. */
export function withoutRefused(fields: readonly NamedField[], refused: string): readonly NamedField[] {
  return fields.flatMap(({ field, name }) => {
    if (name !== refused) return [{ field, name }];
    const older = olderSmiNames[field];
    return older === undefined || older === name ? [] : [{ field, name: older }];
  });
}

/** The field that `nvidia-smi` says it does not know, or `null`. */
export function refusedField(output: string): string | null {
  return /Field "([^"]+)" is not a valid field to query/.exec(output)?.[1] ?? null;
}
