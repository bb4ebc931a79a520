/** Something that an agent started and that still runs although the agent is gone. */
export type Orphan = {
  readonly kind: 'docker' | 'process';
  readonly deployment: string;
  readonly job: string | null;
  /** Container id, or the process ids as text. */
  readonly what: string;
};
