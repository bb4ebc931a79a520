import type { Environment } from '../resolved-values.ts';

/** What programs need to run at all, and what says where this host keeps its GPUs, caches, certificates and proxies. */
const kept: readonly RegExp[] = [
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TMPDIR|TEMP|TERM|HOSTNAME)$/,
  /^(?:LC|XDG|CUDA|NVIDIA|NCCL|ROCM?|HIP|HSA|LD|CONDA|PYTHON|UV|OMP|MKL)_\w+$/,
  /^(?:VIRTUAL_ENV|CUDA_HOME|PYTHONPATH|PYTHONHOME)$/,
  /^(?:HF_HOME|HF_HUB_CACHE|HF_HUB_OFFLINE|HF_ENDPOINT|TRANSFORMERS_OFFLINE)$/,
  /^(?:https?|no|all)_proxy$/i,
  /^(?:SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
];

const secret = /(?:^|_)(?:token|key|secret|password|passwd|credentials?)$/i;

/**
 * The part of the agent's environment that a server gets. The rest stays out: it may hold secrets of the agent, and a
 * server that depends on it could not be started the same way elsewhere.
 */
export function baseEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(environment)) {
    const passes = kept.some((pattern) => pattern.test(name)) && !secret.test(name);
    if (value !== undefined && passes) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
