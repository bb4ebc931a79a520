import { exitCodes, KneepointError } from '../errors/kneepoint-error.ts';
import type { TargetTrouble } from '../errors/target-trouble.ts';

/** What is wrong with a target that gave no answer, and what to do about it. */
type Explanation = { readonly what: string; readonly hint: string; readonly trouble: TargetTrouble };

const connectFailures =
  /^(ECONNREFUSED|ENOENT|EACCES|EAGAIN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EMFILE|ENFILE|EPROTO|UND_ERR_CONNECT_TIMEOUT|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
const untrusted = /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE)/;

/** Whether a connection was made before the error: not refused, not unknown, not distrusted. */
export function reachedServer(error: unknown): boolean {
  return error instanceof Error && !connectFailures.test(codeOf(error));
}

/** The error to end with, exit code 3, when a target gave no answer: one sentence, and what to do next. */
export function unreachableTarget(shownUrl: string, cause: unknown): KneepointError {
  const { what, hint, trouble } =
    explainCertificate(shownUrl, cause) ?? explainConnection(shownUrl, cause) ?? explainRest(shownUrl, cause);
  return new KneepointError(`the target ${shownUrl} ${what}`, {
    code: 'target-unreachable',
    exitCode: exitCodes.targetUnreachable,
    hint,
    trouble,
    cause,
  });
}

function explainCertificate(shownUrl: string, cause: unknown): Explanation | null {
  const code = codeOf(cause);
  if (untrusted.test(code)) {
    return {
      what: `has a certificate that no known authority vouches for (${code})`,
      hint: 'give the certificate of the server or of its authority with --ca FILE, or take any certificate with --insecure',
      trouble: { kind: 'certificate-untrusted', url: shownUrl, code },
    };
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      what: `has a certificate that ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'} (${code})`,
      hint: "check this host's clock, renew the certificate, or take any certificate with --insecure",
      trouble: { kind: 'certificate-outdated', url: shownUrl, isExpired: code === 'CERT_HAS_EXPIRED' },
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      what: `has a certificate for another name (${code}: ${reasonOf(cause)})`,
      hint: 'use the name in the certificate, or take any certificate with --insecure',
      trouble: { kind: 'certificate-misnamed', url: shownUrl },
    };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return {
      what: `does not speak TLS as it should (${code})`,
      hint: `if it speaks plain HTTP, give it as ${shownUrl.replace(/^https:/, 'http:')}`,
      trouble: { kind: 'tls-missing', url: shownUrl, code },
    };
  }
  return null;
}

function explainConnection(shownUrl: string, cause: unknown): Explanation | null {
  const code = codeOf(cause);
  const isSocket = shownUrl.startsWith('unix:');
  const check = isSocket
    ? 'check that the server is up and listens on this path'
    : `check that the server is up and that host and port are right, for example with: curl -i ${shownUrl}/v1/models`;
  if (code === 'ECONNREFUSED') {
    return {
      what: `cannot be reached: ${isSocket ? 'the socket is there, but nothing listens on it' : 'nothing listens there'} (ECONNREFUSED)`,
      hint: check,
      trouble: { kind: 'connection-refused', url: shownUrl, isSocket },
    };
  }
  if (code === 'EACCES') {
    return {
      what: 'cannot be reached: this user may not connect to it (EACCES)',
      hint: isSocket ? "check the rights of the socket and of its folder's" : check,
      trouble: { kind: 'connection-forbidden', url: shownUrl, isSocket },
    };
  }
  return null;
}

function explainRest(shownUrl: string, cause: unknown): Explanation {
  const code = codeOf(cause);
  const name = cause instanceof Error ? cause.name : '';
  const hint = shownUrl.startsWith('unix:')
    ? 'check that the server is up and speaks HTTP on this socket'
    : `check that the server is up and that host and port are right, for example with: curl -i ${shownUrl}/v1/models`;
  if (/abort|timeout/i.test(`${name} ${code}`) && code !== 'UND_ERR_CONNECT_TIMEOUT') {
    const trouble: TargetTrouble = { kind: 'no-answer', url: shownUrl, seconds: 5 };
    return { what: 'accepts connections but does not answer within 5 s', hint, trouble };
  }
  const reason = code === '' ? reasonOf(cause) : code;
  return {
    what: `cannot be reached (${reason})`,
    hint,
    trouble: { kind: 'unreachable', url: shownUrl, reason },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** One line; a certificate's error lists all its names. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'unknown reason';
