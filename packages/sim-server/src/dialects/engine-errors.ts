import { type EngineRoute, type Fields, type Rejection, rejection } from './generation-request.ts';

/** The refusals of one engine, in its own words and shapes. */
export interface EngineErrors {
  badJson(route: EngineRoute, position: number): Rejection;
  missingField(route: EngineRoute, field: string, input: Fields): Rejection;
  wrongContentType(): Rejection;
}

const paths = {
  chat: '/v1/chat/completions',
  completions: '/v1/completions',
  generate: '/generate',
} as const;

/** vLLM: `{"error": {...}}`. */
export const vllmErrors: EngineErrors & {
  badRequest(message: string, parameter: string | null, type?: string): Rejection;
  unknownModel(asked: string, served: string): Rejection;
} = {
  badRequest: (message, parameter, type = 'BadRequestError') =>
    rejection(400, { error: { message, type, param: parameter, code: 400 } }),
  badJson: (_route, position) =>
    vllmErrors.badRequest(
      `1 validation error:\n  {'type': 'json_invalid', 'loc': 'body.${position}', 'msg': 'JSON decode error', 'input': '<dict of 0 items>', 'ctx': {'error': 'Expecting value'}}`,
      `body.${position}`,
      'Bad Request',
    ),
  missingField: (_route, field, input) =>
    vllmErrors.badRequest(
      `1 validation error:\n  {'type': 'missing', 'loc': 'body.${field}', 'msg': 'Field required', 'input': '<dict of ${Object.keys(input).length} items>'}`,
      `body.${field}`,
      'Bad Request',
    ),
  wrongContentType: () =>
    vllmErrors.badRequest(
      "1 validation error:\n  Unsupported Media Type: Only 'application/json' is allowed",
      null,
      'Bad Request',
    ),
  unknownModel: (asked, served) =>
    rejection(404, {
      error: {
        message: `The model \`${asked}\` does not exist. Valid aliases: ${served}.`,
        type: 'NotFoundError',
        param: 'model',
        code: 404,
      },
    }),
};

const handlers = {
  chat: 'line 1870, in openai_v1_chat_completions',
  completions: 'line 1860, in openai_v1_completions',
  generate: 'line 928, in generate_request',
} as const;

function sglangValidation(route: EngineRoute, detail: string): Rejection {
  const file = '/usr/local/lib/python3.11/site-packages/sglang/srt/entrypoints/http_server.py';
  const message = `1 validation error:\n  ${detail}\n\n  File "${file}", ${handlers[route]}\n    POST ${paths[route]} [${detail}]`;
  return sglangErrors.object(message, 'Bad Request');
}

/** SGLang: `{"object": "error", ...}` on the OpenAI routes, `{"error": {"message"}}` on its own. */
export const sglangErrors: EngineErrors & {
  object(message: string, type?: string): Rejection;
  invalidMaxTokens(value: number): Rejection;
  /** `/generate`: with `stream` the error is an event inside a 200 answer. */
  native(message: string, stream: boolean): Rejection;
} = {
  object: (message, type = 'BadRequestError') =>
    rejection(400, { object: 'error', message, type, param: null, code: 400 }),
  badJson: (route, position) =>
    sglangValidation(
      route,
      `{'type': 'json_invalid', 'loc': ('body', ${position}), 'msg': 'JSON decode error', 'input': {}, 'ctx': {'error': 'unexpected end of data'}}`,
    ),
  missingField: (route, field, input) =>
    sglangValidation(
      route,
      `{'type': 'missing', 'loc': ('body', '${field}'), 'msg': 'Field required', 'input': ${pythonObject(route === 'chat' ? { ...input, tool_choice: 'none' } : input)}}`,
    ),
  wrongContentType: () => {
    const detail = `{'loc': ['header', 'content-type'], 'msg': "Unsupported Media Type: Only 'application/json' is allowed", 'type': 'value_error'}`;
    return sglangErrors.object(`1 validation error:\n  ${detail} [${detail}]`, 'Bad Request');
  },
  invalidMaxTokens: (value) =>
    sglangValidation(
      'completions',
      `{'type': 'value_error', 'loc': ('body', 'max_tokens'), 'msg': 'Value error, max_tokens must be positive', 'input': ${value}, 'ctx': {'error': ValueError('max_tokens must be positive')}}`,
    ),
  native: (message, stream) =>
    stream
      ? {
          kind: 'rejected',
          status: 200,
          body: { error: { message, type: 'invalid_request_error', code: 400, retryable: false } },
          inStream: true,
        }
      : rejection(400, { error: { message } }),
};

function pythonObject(fields: Fields): string {
  const parts = Object.entries(fields).map(([name, value]) => `'${name}': ${pythonValue(value)}`);
  return `{${parts.join(', ')}}`;
}

function pythonValue(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
