import { exitCodes, KneepointError, type Stage, type TargetTrouble, usageError } from '@kneepoint/core';

const url = 'http://127.0.0.1:8000';

const target = (message: string, trouble: TargetTrouble): KneepointError =>
  new KneepointError(message, {
    code: 'target-unreachable',
    exitCode: exitCodes.targetUnreachable,
    hint: 'check it',
    trouble,
  });

const local = (code: string, message: string, hint = 'look at it'): KneepointError =>
  usageError(code, message, hint);

/** Errors that end a command before anything is measured, by what happened. */
export const thrownErrors: Readonly<Record<string, KneepointError>> = {
  'connection refused': target('nothing listens', { kind: 'connection-refused', url, isSocket: false }),
  'socket refused': target('nothing listens', {
    kind: 'connection-refused',
    url: 'unix:/run/vllm.sock',
    isSocket: true,
  }),
  'connection forbidden': target('EACCES', { kind: 'connection-forbidden', url, isSocket: false }),
  'host not found': target('no such name', { kind: 'host-unknown', host: 'gpu-hots' }),
  'certificate untrusted': target('self-signed', {
    kind: 'certificate-untrusted',
    url: 'https://10.0.0.7:8000',
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  }),
  'certificate expired': target('expired', { kind: 'certificate-outdated', url, isExpired: true }),
  'certificate of another name': target('altname', { kind: 'certificate-misnamed', url }),
  'no TLS': target('EPROTO', { kind: 'tls-missing', url: 'https://127.0.0.1:8000', code: 'EPROTO' }),
  timeout: target('silent', { kind: 'no-answer', url, seconds: 5 }),
  'no route': target('EHOSTUNREACH', { kind: 'unreachable', url, reason: 'EHOSTUNREACH' }),
  'key wanted': target('401', { kind: 'key-refused', url, status: 401, withKey: false }),
  'key refused': target('403', { kind: 'key-refused', url, status: 403, withKey: true }),
  'web page': target('html', { kind: 'model-untold', url, isPage: true }),
  'no model named': target('no model', { kind: 'model-untold', url, isPage: false }),
  'model not served': target('no such model', {
    kind: 'model-not-served',
    url,
    model: 'Qwen/Qwen3-9B',
    served: ['Qwen/Qwen3-8B'],
    nearest: 'Qwen/Qwen3-8B',
  }),
  'plan invalid': local(
    'plan-invalid',
    [
      'plan.yaml:4: targets[0].nmae: unknown key; did you mean name?',
      'plan.yaml:7: suites[0].kind: must be one of single-user, concurrency, not "concurency"; did you mean concurrency?',
      'plan.yaml:9: repeats: must be at least 1, not 0',
      'plan.yaml:11: name: is missing (a text)',
    ].join('\n'),
  ),
  'plan missing': local(
    'plan-unreadable',
    "the plan plans/a.yaml cannot be read: ENOENT: no such file or directory, open 'plans/a.yaml'",
  ),
  'file forbidden': local(
    'result-unreadable',
    "the file a.json cannot be read: EACCES: permission denied, open 'a.json'",
  ),
  'file there': local('output-exists', 'the file a.json of --output exists already'),
  'disk full': new KneepointError(
    'the result file a.json cannot be written: ENOSPC: no space left on device, write',
    { code: 'result-not-written', exitCode: exitCodes.internal, hint: 'free some space' },
  ),
  'port in use': local('port-taken', 'the port is taken (listen EADDRINUSE: address already in use :::8000)'),
  'agent unreachable': new KneepointError('the agent does not answer: connect ECONNREFUSED 10.0.0.7:7321', {
    code: 'agent-unreachable',
    exitCode: exitCodes.targetUnreachable,
    hint: 'check its address',
  }),
  'not an agent': local('agent-answer', 'the agent answered 404 with something that is not its own'),
  'agent token wrong': local('token-wrong', 'this is not the token of this agent'),
  'policy refuses': local(
    'not-allowed',
    'targets[0].deploy.docker.image: evil/image is not among the allowed images',
  ),
  'docker not there': local(
    'docker-unreachable',
    'Docker does not answer: connect ENOENT /var/run/docker.sock',
  ),
  'image not found': local(
    'image-unknown',
    'the registry has no image vllm/vlm-openai, or does not let this host have it (pull access denied for vllm/vlm-openai)',
  ),
  'no GPU for containers': local(
    'no-gpu-runtime',
    'Docker cannot give a container a GPU: the NVIDIA container toolkit is not set up on this host',
  ),
  'server did not become ready': local('not-ready-in-time', 'the server vllm was not ready within 900 s'),
  'no server found': local(
    'no-server-found',
    'no inference server was found on the usual ports of this host',
  ),
};

type StageError = Stage['errors'][number];

const status = (code: number, sample: string): StageError => ({
  class: 'http-status',
  detail: String(code),
  count: 6,
  sample,
});

/** Why requests failed, with what vLLM and SGLang really say. */
export const requestFailures: Readonly<Record<string, StageError>> = {
  'context too long (vLLM)': status(
    400,
    `{"error":{"message":"This model's maximum context length is 4096 tokens. However, your prompt contains at least 4097 input tokens, which exceeds this limit even without any output tokens. Please reduce the length of the input prompt. (parameter=input_tokens, value=4097)","type":"BadRequestError","param":"input_tokens","code":400}}`,
  ),
  'context too long (SGLang)': status(
    400,
    `{"object":"error","message":"The input (5009 tokens) is longer than the model's context length (4096 tokens).","type":"BadRequestError","param":null,"code":400}`,
  ),
  'context too long in the stream (SGLang)': {
    class: 'in-stream',
    detail: 'error in the stream',
    count: 2,
    sample: `{"error":{"message":"The input (5001 tokens) is longer than the model's context length (4096 tokens).","type":"invalid_request_error","code":400,"retryable":false}}`,
  },
  'answer longer than the context (vLLM)': status(
    400,
    `{"error":{"message":"max_tokens=100000 cannot be greater than max_model_len=4096. Please request fewer output tokens. (parameter=max_tokens, value=100000)","type":"BadRequestError","param":"max_tokens","code":400}}`,
  ),
  'model unknown (vLLM)': status(
    404,
    '{"error":{"message":"The model `nope` does not exist. Valid aliases: Qwen/Qwen3-8B.","type":"NotFoundError","param":"model","code":404}}',
  ),
  'no such route': status(404, '{"detail":"Not Found"}'),
  'key wanted': status(401, '{"error":"Unauthorized"}'),
  'still loading': status(503, '{"error":{"message":"Loading model","type":"unavailable_error","code":503}}'),
  'limit of requests': status(429, '{"error":{"message":"Rate limit reached"}}'),
  'GPU memory': status(
    500,
    '{"error":{"message":"CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 31.36 GiB"}}',
  ),
  'field refused (vLLM)': status(
    400,
    '{"error":{"message":"temperature must be non-negative, got -1.0. (parameter=temperature, value=-1.0)","type":"BadRequestError","param":"temperature","code":400}}',
  ),
  'server failed': status(500, 'Internal Server Error'),
  'web page': status(200, '<!DOCTYPE html><html><head><title>Chat</title>'),
  late: { class: 'timeout', detail: 'no answer within 120 s', count: 3, sample: '' },
  lost: { class: 'connect', detail: 'ECONNREFUSED', count: 3, sample: '' },
  empty: { class: 'empty', detail: 'no token', count: 3, sample: '' },
};
