/** The flags of `audit FILE` as the command line gives them. */
export type AuditFileFlags = {
  readonly language?: string;
  readonly severity: string;
  readonly mapping?: string;
  readonly users?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
