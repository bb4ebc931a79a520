import type { TargetTrouble } from '@kneepoint/core';
import type { HelpWords } from '../error-words.ts';

const askIt = (url: string): string =>
  url.startsWith('unix:') ? `ls -l ${url.slice(5)}` : `curl -i ${url}/v1/models`;

export const targetHelp: HelpWords<TargetTrouble['kind']> = {
  'connection-refused': ({ url, isSocket }) => ({
    what: `the target ${url} cannot be reached: ${isSocket ? 'the socket is there, but nothing listens on it' : 'nothing listens there'} (ECONNREFUSED)`,
    why: 'the server is not started, is still loading its model, has ended, or listens on another port',
    tries: [
      'check that the server is up and that host and port are right',
      'let Kneepoint look for servers on this host: kneepoint init',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'connection-forbidden': ({ url, isSocket }) => ({
    what: `the target ${url} cannot be reached: this user may not connect to it (EACCES)`,
    why: isSocket
      ? 'the socket or its folder belongs to another user'
      : 'a firewall on this host forbids the connection',
    tries: [
      isSocket ? 'check the rights of the socket and of its folder' : 'check the rules of the firewall',
    ],
    commands: [askIt(url)],
  }),
  'host-unknown': ({ host }) => ({
    what: `the name "${host}" cannot be resolved`,
    why: 'the name is misspelt, is known in another network only, or this host has no name server',
    tries: ['check the spelling, or give the numeric address'],
    commands: [`getent hosts ${host}`],
  }),
  'certificate-untrusted': ({ url, code }) => ({
    what: `the target ${url} has a certificate that no known authority vouches for (${code})`,
    why: 'it is self-signed, or its authority is one of your own organisation',
    tries: [
      'give the certificate of the server or of its authority with --ca FILE',
      'or take any certificate with --insecure; the result says that it was not checked',
    ],
    commands: [`kneepoint bench ${url} --ca FILE`],
  }),
  'certificate-outdated': ({ url, isExpired }) => ({
    what: `the target ${url} has a certificate that ${isExpired ? 'has expired' : 'is not valid yet'}`,
    why: "nobody renewed it, or this host's clock is wrong",
    tries: ["check this host's clock, and renew the certificate", 'or take any certificate with --insecure'],
    commands: ['date'],
  }),
  'certificate-misnamed': ({ url }) => ({
    what: `the target ${url} has a certificate for another name`,
    why: 'the address names the server otherwise than its certificate does',
    tries: ['use the name in the certificate', 'or take any certificate with --insecure'],
    commands: [`curl -vI ${url}`],
  }),
  'tls-missing': ({ url, code }) => ({
    what: `the target ${url} does not speak TLS as it should (${code})`,
    why: 'a server without TLS listens there, or one with a version that is too old',
    tries: [`if it speaks plain HTTP, give it as ${plain(url)}`],
    commands: [`kneepoint bench ${plain(url)}`],
  }),
  'no-answer': ({ url, seconds }) => ({
    what: `the target ${url} accepts connections but does not answer within ${seconds} s`,
    why: 'it is still loading, it hangs, or it is so busy that it does not get to answer',
    tries: [
      'check that host and port are right, and what the log of the server says last',
      'if it is only slow, wait until it answers the first command',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  unreachable: ({ url, reason }) => ({
    what: `the target ${url} cannot be reached (${reason})`,
    why: 'the host is off or in another network, or a firewall drops what is sent to it',
    tries: ['check that the server is up and that host and port are right'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'key-refused': ({ url, status, withKey }) => ({
    what: `the target ${url} answers ${status} at /v1/models: ${withKey ? 'it does not accept the API key' : 'it wants an API key'}`,
    why: withKey
      ? 'the key is another one than the server was started with, or has no right to this model'
      : 'the server was started with a key (--api-key), and none was sent',
    tries: [
      withKey
        ? 'check the key in the environment variable'
        : 'put the key into an environment variable and name it with --api-key-env, or with apiKeyEnv in a plan',
    ],
    commands: ['export SERVER_KEY=...', `kneepoint bench ${url} --api-key-env SERVER_KEY`],
  }),
  'model-untold': ({ url, isPage }) => ({
    what: `the target ${url} does not say which model it serves${isPage ? ' (it answers with an HTML page)' : ''}`,
    why: isPage
      ? 'this is the address of a web page (a chat interface, a proxy, a console), not of the inference server'
      : 'it has no route /v1/models, is no inference server, or its routes begin with another path',
    tries: [
      isPage
        ? 'give the address that programs send requests to; it often has another port'
        : 'check the address, or name the model with --model NAME',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'model-not-served': ({ url, model, served, nearest }) => ({
    what: `the target ${url} does not serve the model "${model}"; it serves ${served.map((name) => `"${name}"`).join(', ')}`,
    why: 'the name is misspelt, or the server was started with another name (--served-model-name)',
    tries: [
      nearest === null
        ? 'give one of these with --model, or leave --model out'
        : `did you mean --model ${nearest}?`,
    ],
    commands: [],
  }),
};

const plain = (url: string): string => url.replace(/^https:/, 'http:');
