import type { RequestTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const requestHelp: HelpWords<RequestTrouble['kind']> = {
  'context-too-long': () => ({
    what: "prompt and answer together are longer than the model's context",
    why: 'the server was started with a shorter context (--max-model-len, --context-length) than these requests ask for',
    tries: [
      'ask for less: a smaller --input-tokens or --output-tokens, or smaller inputTokens in the plan',
      'or start the server with a longer context, where the memory of the GPU allows it',
    ],
    commands: [],
  }),
  'model-refused': () => ({
    what: 'the server does not know the model that was asked for',
    why: 'the name differs from the one that the server was started with (--served-model-name)',
    tries: ['leave --model out, so that the server says its name itself, or write it as /v1/models does'],
    commands: [],
  }),
  'route-missing': () => ({
    what: 'the server has no such API route',
    why: 'the server speaks another wire format, or its API begins with another path',
    tries: [
      'choose the wire format: --api openai-completions, --api sglang-generate (kneepoint bench --help lists all)',
      'if the API stands under a path, give it in the address: http://HOST:PORT/PATH',
    ],
    commands: [],
  }),
  'request-unauthorized': ({ status }) => ({
    what: `the server refuses the key (${status})`,
    why: 'requests need a key, or the key that was sent has no right to this model',
    tries: ['put the key into an environment variable and name it with --api-key-env NAME'],
    commands: ['export SERVER_KEY=...'],
  }),
  'not-ready': () => ({
    what: 'the server is not ready (503)',
    why: 'the model is still being loaded, or the server takes no more requests for now',
    tries: [
      'wait until the health route answers 200, then run it again',
      'a large model takes minutes; the log of the server says how far it is',
    ],
    commands: [],
  }),
  'rate-limited': () => ({
    what: 'the server takes no more requests for now (429)',
    why: 'a limit of requests or tokens in a time, of the server or of a proxy in front of it',
    tries: [
      'measure without the limit, or with fewer users or a lower --rate: this measures the limit, not the server',
    ],
    commands: [],
  }),
  'gpu-memory': () => ({
    what: 'the GPU of the server is out of memory',
    why: 'weights, KV cache and the requests in flight together need more than the GPU has',
    tries: [
      'start the server with a shorter context or fewer sequences at once (--max-model-len, --max-num-seqs)',
      'check that no other program holds memory of the GPU',
    ],
    commands: ['nvidia-smi'],
  }),
  'request-refused': ({ status }) => ({
    what: `the server refuses the requests (${status})`,
    why: 'a field or value in them is one that this server does not take',
    tries: [
      'read what the server says, and change --body or the lengths accordingly',
      'another wire format may fit: kneepoint bench --help lists those of --api',
    ],
    commands: [],
  }),
  'server-failed': ({ status }) => ({
    what: `the server failed at the requests (${status})`,
    why: 'a fault in the server, or of what stands behind a proxy; its log holds the cause',
    tries: [
      'read the log of the server from the moment of the run',
      'try one request alone: --users 1 --requests 1',
    ],
    commands: [],
  }),
  'page-answered': () => ({
    what: 'a web page answers instead of an inference server',
    why: 'the address is that of a chat interface, a proxy or a login page',
    tries: ['give the address that programs send requests to; it often has another port'],
    commands: [],
  }),
  'answers-late': () => ({
    what: 'answers did not come in time',
    why: 'the server hangs, or the load is so heavy that answers take longer than a request may take (--timeout)',
    tries: ['try fewer users', 'allow more time: --timeout 10m, or timeout in the plan'],
    commands: [],
  }),
  'connection-lost': () => ({
    what: 'connections to the server failed or were lost',
    why: 'the server ended or restarted, or something between closes connections',
    tries: ['check that the server still runs and what its log says last'],
    commands: [],
  }),
  'answers-empty': () => ({
    what: 'answers came without a single token',
    why: 'the model ends its answer at once, or the server sends its text in a form that is not known',
    tries: [
      'ask for one answer by hand and look at it',
      'another wire format may fit: --api openai-completions',
    ],
    commands: [],
  }),
  'stream-broken': () => ({
    what: 'answers broke off with an error in the stream',
    why: 'the server took the requests and failed while it answered',
    tries: ['read what the server says, and its log from that moment'],
    commands: [],
  }),
};
