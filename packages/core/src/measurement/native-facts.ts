/** What a JSON route answered; `null` where it gave no JSON object. */
export type JsonAnswer = Readonly<Record<string, unknown>> | null;

/** What a server of a smaller kind says of itself through routes of its own. */
export type NativeFacts = {
  readonly api: 'ollama' | 'llama-cpp' | 'tgi';
  readonly version: string | null;
  readonly models: readonly { readonly id: string; readonly maxModelLength: number | null }[];
  /** Figures that decide a measurement: how many requests run at once, and how long they may be. */
  readonly config: Readonly<Record<string, unknown>> | null;
};

/** The answers of the routes by which these servers are known. */
export type NativeAnswers = {
  readonly ollamaVersion: JsonAnswer;
  readonly ollamaTags: JsonAnswer;
  readonly llamaProps: JsonAnswer;
  readonly tgiInfo: JsonAnswer;
};

/** Which of them it is, by its routes; `null` for none. llama.cpp comes first: it answers one of Ollama's routes as well. */
export function readNativeFacts(answers: NativeAnswers): NativeFacts | null {
  return llamaCpp(answers.llamaProps) ?? tgi(answers.tgiInfo) ?? ollama(answers);
}

function llamaCpp(props: JsonAnswer): NativeFacts | null {
  const settings = props?.['default_generation_settings'];
  if (props === null || typeof settings !== 'object' || settings === null) return null;
  const contextLength = count((settings as { n_ctx?: unknown }).n_ctx);
  const name = text(props['model_alias']) ?? nameOfFile(text(props['model_path']));
  return {
    api: 'llama-cpp',
    version: text(props['build_info']),
    models: name === null ? [] : [{ id: name, maxModelLength: contextLength }],
    config: known({ total_slots: count(props['total_slots']), n_ctx: contextLength }),
  };
}

function tgi(info: JsonAnswer): NativeFacts | null {
  const model = text(info?.['model_id']);
  if (info === null || model === null) return null;
  return {
    api: 'tgi',
    version: text(info['version']),
    models: [{ id: model, maxModelLength: count(info['max_total_tokens']) }],
    config: known({
      model_dtype: text(info['model_dtype']),
      model_device_type: text(info['model_device_type']),
      max_concurrent_requests: count(info['max_concurrent_requests']),
      max_input_tokens: count(info['max_input_tokens'] ?? info['max_input_length']),
      max_total_tokens: count(info['max_total_tokens']),
      max_batch_total_tokens: count(info['max_batch_total_tokens']),
    }),
  };
}

function ollama({ ollamaVersion, ollamaTags }: NativeAnswers): NativeFacts | null {
  const version = text(ollamaVersion?.['version']);
  const listed = ollamaTags?.['models'];
  if (version === null || !Array.isArray(listed)) return null;
  const names = listed.flatMap((entry: unknown) => {
    const name =
      typeof entry === 'object' && entry !== null ? text((entry as { name?: unknown }).name) : null;
    return name === null ? [] : [name];
  });
  return {
    api: 'ollama',
    version,
    models: names.map((id) => ({ id, maxModelLength: null })),
    config: null,
  };
}

/** A model file's name without its folders, which are the server's own affair. */
const nameOfFile = (path: string | null): string | null =>
  path === null ? null : (path.split(/[/\\]/).at(-1) ?? path).replace(/\.gguf$/i, '');

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const count = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;

const known = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
