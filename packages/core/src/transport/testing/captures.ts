import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Dialect } from '../dialects/dialect.ts';
import { openAiChat } from '../dialects/openai-chat.ts';
import { openAiCompletions } from '../dialects/openai-completions.ts';
import { sglangGenerate } from '../dialects/sglang-generate.ts';

const folder = new URL('../__fixtures__/captures/', import.meta.url);

/** A recorded answer to a request that Kneepoint could have sent, and the dialect that it is in. */
export type Capture = { readonly name: string; readonly bytes: Buffer; readonly dialect: Dialect };

/** The recorded bytes of one answer, by its name: `vllm/chat_stream_plain`. */
export const captureBytes = (name: string): Buffer => readFileSync(new URL(`${name}.txt`, folder));

/** Every recorded answer to a request for tokens. */
export function allCaptures(): Capture[] {
  return ['vllm', 'sglang'].flatMap((engine) =>
    readdirSync(new URL(engine, folder))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => `${engine}/${file.slice(0, -4)}`)
      .flatMap((name) => {
        const dialect = dialectOf(name);
        return dialect === null ? [] : [{ name, dialect, bytes: captureBytes(name) }];
      }),
  );
}

/** The dialect is that of the request; a broken request's is told by its name. */
function dialectOf(name: string): Dialect | null {
  if (name.includes('generate')) return name.includes('health') ? null : sglangGenerate;
  const path = new URL(`${name}.request.json`, folder);
  if (!existsSync(path)) return null;
  if (name.includes('tokenize')) return null;
  const chat = name.includes('chat') || readFileSync(path, 'utf8').includes('"messages"');
  return chat ? openAiChat : openAiCompletions;
}
