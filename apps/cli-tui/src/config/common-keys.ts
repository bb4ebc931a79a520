/** Flags of several commands that stand at the top of a config, too. */
export const commonKeys = ['progress', 'workers'] as const;
