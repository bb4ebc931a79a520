import type { SimulatedProfile } from '../profiles/simulated-profile.ts';
import { sglangErrors, vllmErrors } from './engine-errors.ts';
import {
  type EngineRoute,
  type GenerationRoute,
  type Parsed,
  parseJsonBody,
  rejection,
} from './generation-request.ts';
import { parseGenerate } from './parse-generate.ts';
import { parseLlamaCpp } from './parse-llama-cpp.ts';
import { parseOllama } from './parse-ollama.ts';
import { parseOpenAi } from './parse-openai.ts';
import { parseResponses } from './parse-responses.ts';
import { parseTgi } from './parse-tgi.ts';

/** A request's body and what it says it is. */
export interface RequestBody {
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

/** Parses a request as the server of its route would. */
export function parseRequest(route: GenerationRoute, body: RequestBody, profile: SimulatedProfile): Parsed {
  switch (route) {
    case 'chat':
    case 'completions':
    case 'generate':
      return parseEngineRequest(route, body, profile);
    case 'responses':
      return parseOther(body, (value) => parseResponses(value, profile));
    case 'ollama-chat':
    case 'ollama-generate':
      return parseOther(body, (value) => parseOllama(route, value, profile));
    case 'llama-cpp':
      return parseOther(body, (value) => parseLlamaCpp(value, profile));
    case 'tgi':
      return parseOther(body, (value) => parseTgi(value, profile));
  }
}

function parseEngineRequest(route: EngineRoute, body: RequestBody, profile: SimulatedProfile): Parsed {
  const errors = profile.engine === 'vllm' && route !== 'generate' ? vllmErrors : sglangErrors;
  if (!isJson(body)) return errors.wrongContentType();
  const json = parseJsonBody(body.bytes);
  if ('errorAt' in json) return errors.badJson(route, json.errorAt);
  return route === 'generate' ? parseGenerate(json.value, profile) : parseOpenAi(route, json.value, profile);
}

function parseOther(body: RequestBody, parse: (value: unknown) => Parsed): Parsed {
  const json = parseJsonBody(body.bytes);
  return 'errorAt' in json ? rejection(400, { error: 'the body is not JSON' }) : parse(json.value);
}

const isJson = ({ contentType }: RequestBody): boolean => contentType?.includes('json') ?? false;
