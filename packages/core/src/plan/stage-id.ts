/** The id of a stage: its place in the plan, its target and its repeat. Stages of one place are compared. */
export function stageId(place: string, target: string, repeat: number): string {
  return `${place}${suffix(target, repeat)}`;
}

/** The place of a stage in its plan, or `null` for an id that was not made by `stageId`. */
export function stagePlace(id: string, target: string, repeat: number): string | null {
  const end = suffix(target, repeat);
  return id.length > end.length && id.endsWith(end) ? id.slice(0, -end.length) : null;
}

function suffix(target: string, repeat: number): string {
  return `/${target}/repeat-${repeat}`;
}
