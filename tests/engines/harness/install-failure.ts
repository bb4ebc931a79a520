/**
 * Signs that a package source could not be reached, as pip, uv and npm print them: name resolution,
 * connection, proxy, a gateway's own error, or a stall. An answer of the source itself (no such version,
 * a checksum that differs, 403, 404) is not among them: that is a failure of our recipe.
 */
const unreachableSigns: readonly RegExp[] = [
  /dns error|failed to lookup address|Temporary failure in name resolution|Name or service not known/i,
  /NameResolutionError|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError/,
  /Connection refused|Connection reset by peer|Network is unreachable|No route to host/i,
  /client error \(Connect\)|tcp connect error|operation timed out|request timed out/i,
  /HTTP status server error \((502|503|504)/i,
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b/,
];

/**
 * The first line of an installer's output that says that packages cannot be reached, or null when the
 * installation failed for another reason.
 */
export function unreachablePackages(output: string): string | null {
  const line = output.split('\n').find((text) => unreachableSigns.some((sign) => sign.test(text)));
  return line === undefined ? null : line.trim();
}
