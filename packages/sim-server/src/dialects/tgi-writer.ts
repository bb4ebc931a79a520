import type { AnswerProgress, EventWriter, FinishReason, WriterContext } from './event-writer.ts';
import { streamFormats } from './stream-format.ts';

/** Text Generation Inference's `/generate_stream`: one token an event, the last one with the whole text and the counts. */
export function tgiWriter({ includeUsage }: WriterContext): EventWriter {
  let text = '';
  let index = 0;
  return {
    format: streamFormats.tgi,
    opening: () => '',
    tokens: ({ wire, finish, ids }, progress) => {
      text += wire;
      index += 1;
      // The token that ends the text is a special one: it is in its event, not in the answer.
      const special = finish === 'stop';
      const shown = special ? '<|im_end|>' : wire;
      const end =
        finish === null
          ? '"generated_text":null,"details":null'
          : `"generated_text":"${text}","details":${includeUsage ? detailsOf(finish, progress) : 'null'}`;
      return `data:{"index":${index},"token":{"id":${ids[0] ?? 0},"text":"${shown}","logprob":-0.25,"special":${special}},${end}}\n\n`;
    },
    ending: () => [],
    whole: (answer, finish, progress) =>
      `{"generated_text":"${answer.reasoning + answer.content}","details":${detailsOf(finish, progress)}}`,
    error: (message) => `data:{"error":${JSON.stringify(message)},"error_type":"generation"}\n\n`,
  };
}

const detailsOf = (finish: FinishReason, { completionTokens, promptTokens }: AnswerProgress): string =>
  `{"finish_reason":"${finish === 'stop' ? 'eos_token' : 'length'}","generated_tokens":${completionTokens},"seed":null,"input_length":${promptTokens}}`;
