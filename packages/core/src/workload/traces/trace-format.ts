/** Formats of trace files. */
export const traceFormats = ['mooncake', 'azure', 'burstgpt', 'timestamps'] as const;
/** One of them. */
export type TraceFormat = (typeof traceFormats)[number];
