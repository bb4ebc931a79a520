/** The flags of `judge` as the command line gives them. */
export type JudgeFlags = {
  readonly url?: string;
  readonly model?: string;
  readonly apiKeyEnv?: string;
  readonly rubric?: string;
  readonly timeout: string;
  readonly rate: readonly string[];
  readonly name?: string;
  readonly remark?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly printsResult?: boolean;
  readonly quiet?: boolean;
};
