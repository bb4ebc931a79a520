/** Which agent is to do the work: this process itself, or one that listens elsewhere. */
export type AgentFlags = { readonly agent?: string; readonly tokenEnv?: string };
