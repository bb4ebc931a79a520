import type { KneepointError } from '@kneepoint/core';
import type { FileRole, LocalTrouble, Trouble } from './trouble.ts';

/** What an error is about, by what it carries, its code and its cause; `null` where its own sentence has to do. */
export function errorTrouble(error: KneepointError): Trouble | null {
  return error.trouble ?? diskTrouble(error) ?? codeTrouble(error);
}

function diskTrouble(error: KneepointError): LocalTrouble | null {
  const isFull =
    systemCode(error.cause) === 'ENOSPC' || /\bENOSPC\b|no space left on device/i.test(error.message);
  return isFull ? { kind: 'disk-full', said: error.message } : null;
}

function codeTrouble(error: KneepointError): LocalTrouble | null {
  const { code, message: said } = error;
  switch (code) {
    case 'plan-invalid':
      return { kind: 'plan-invalid', problems: said.split('\n') };
    case 'plan-unreadable':
    case 'plan-file-unreadable':
    case 'result-unreadable':
    case 'file-unreadable':
    case 'policy-unreadable':
    case 'import-unreadable':
      return unreadable(error);
    case 'output-exists':
      return { kind: 'output-exists', said };
    case 'port-taken':
    case 'port-in-use':
      return { kind: 'port-in-use', said };
    case 'agent-port':
      return /EADDRINUSE/.test(said) ? { kind: 'port-in-use', said } : null;
    case 'no-server-found':
      return { kind: 'no-server-found' };
    default:
      return agentTrouble(code, said) ?? deploymentTrouble(code, said);
  }
}

function agentTrouble(code: string, said: string): LocalTrouble | null {
  switch (code) {
    case 'agent-unreachable':
      return { kind: 'agent-unreachable', said };
    case 'agent-answer':
      return { kind: 'agent-foreign', said };
    case 'token-missing':
    case 'token-wrong':
      return { kind: 'agent-token', said };
    case 'not-allowed':
      return { kind: 'policy-refuses', problems: said.split('\n') };
    default:
      return null;
  }
}

function deploymentTrouble(code: string, said: string): LocalTrouble | null {
  switch (code) {
    case 'docker-unreachable':
    case 'docker-missing':
      return { kind: 'docker-missing', said };
    case 'image-missing':
    case 'image-unknown':
    case 'image-tag-unknown':
      return { kind: 'image-missing', said };
    case 'no-gpu-runtime':
      return { kind: 'gpu-runtime-missing', said };
    case 'not-ready-in-time':
      return { kind: 'start-too-slow', said };
    default:
      return null;
  }
}

const roles: Readonly<Record<string, FileRole>> = {
  'plan-unreadable': 'plan',
  'result-unreadable': 'result',
  'policy-unreadable': 'policy',
};

/** Node names the file in its own message: `ENOENT: no such file or directory, open 'plan.yaml'`. */
function unreadable({ code, message }: KneepointError): LocalTrouble | null {
  const path = /(?:open|stat|scandir|read) '([^']{1,400})'/.exec(message)?.[1] ?? null;
  if (path === null) return null;
  if (/\bENOENT\b/.test(message)) return { kind: 'file-missing', role: roles[code] ?? 'other', path };
  return /\b(?:EACCES|EPERM)\b/.test(message) ? { kind: 'file-forbidden', path } : null;
}

const systemCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';
