/** Labels by which containers of Kneepoint are told from others. */
export const dockerLabels = {
  agent: 'dev.kneepoint.agent',
  job: 'dev.kneepoint.job',
  deployment: 'dev.kneepoint.deployment',
  /** The process that started the container: while it lives, its containers are nobody's orphans. */
  owner: 'dev.kneepoint.owner',
} as const;
