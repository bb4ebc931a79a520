/** One event of a stream, as the object that its data holds. */
export type StreamedEvent = Readonly<Record<string, unknown>>;

/** The objects in the `data:` lines of a whole answer; what is no object, such as `[DONE]`, is left out. */
export function eventsOf(text: string): readonly StreamedEvent[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const data = /^data: ?(.*)$/.exec(line)?.[1];
    if (data === undefined) return [];
    try {
      const value: unknown = JSON.parse(data);
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [value as StreamedEvent]
        : [];
    } catch {
      return [];
    }
  });
}

/** Whether an event tells token counts. */
export const hasUsage = (event: StreamedEvent): boolean =>
  typeof event['usage'] === 'object' && event['usage'] !== null;

/** Whether an event says that the answer failed: HTTP 200 had been sent by then. */
export const isFailure = (event: StreamedEvent): boolean =>
  (event['error'] ?? null) !== null || event['type'] === 'error' || event['type'] === 'response.failed';
