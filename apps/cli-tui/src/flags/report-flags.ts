/** The flags of `report` as the command line gives them. */
export type ReportFlags = {
  readonly language: string;
  readonly format: string;
  readonly output: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
