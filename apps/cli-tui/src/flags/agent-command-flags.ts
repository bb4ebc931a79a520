/** The flags of `agent` as the command line gives them. */
export type AgentCommandFlags = {
  readonly port: string;
  readonly host: string;
  readonly policy?: string;
  readonly tokenEnv?: string;
  readonly state?: string;
  readonly quiet?: boolean;
};
