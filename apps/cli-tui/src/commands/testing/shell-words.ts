/**
 * The words of an example as a shell would hand them to the program: variables before it, and what stands behind a pipe,
 * a redirection or a remark, are left out.
 */
export function shellWords(example: string): readonly string[] {
  const inner = /\$\((kneepoint [^)]*)\)/.exec(example)?.[1] ?? example;
  const [plain = ''] = inner.split(/ (?:\||>|#) /);
  const words = [...plain.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  return words.slice(words.indexOf('kneepoint') + 1);
}
