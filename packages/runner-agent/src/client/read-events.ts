/** One server-sent event. */
export type ServerSentEvent = { readonly id: string | null; readonly data: string };

/** Reads server-sent events off a body, cut anywhere. Comments are passed over; an event that the end cuts off is lost, as it should be. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readBlock(block);
      if (event !== null) yield event;
    }
  }
}

/** The agent ends its lines with a newline alone; `null` for a comment. */
function readBlock(block: string): ServerSentEvent | null {
  let id: string | null = null;
  let data: string | null = null;
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    else if (line.startsWith('data: ')) data = data === null ? line.slice(6) : `${data}\n${line.slice(6)}`;
  }
  return data === null ? null : { id, data };
}
