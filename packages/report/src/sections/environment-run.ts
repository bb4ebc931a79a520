import type { ReportContext } from '../model/report-context.ts';
import type { Fact } from './environment-facts.ts';

/** The tool, the date, the seed, and where the load came from. */
export function runFacts({ result, catalogue }: ReportContext): Fact[] {
  const { environment: words, facts, method, formats } = catalogue;
  const { version, commit, node } = result.tool;
  const date = { item: words.date, value: formats.instant(result.createdAt) };
  const tool = { item: words.tool, value: words.toolText(version, commit, node) };
  // Where another tool or several runs sent the load, what is known of it stands above.
  if (result.source.kind !== 'measured') return [tool];
  return [
    tool,
    date,
    { item: method.facts.seed, value: result.seed },
    { item: facts.loadFrom, value: loadFrom({ result, catalogue }) },
  ];
}

/** Servers at a loopback address, and those that were started here, share the host with the client. */
function loadFrom({ result, catalogue }: Pick<ReportContext, 'result' | 'catalogue'>): string | null {
  const { facts } = catalogue;
  const { targets, environment } = result;
  if (targets.length === 0) return environment.host;
  const isHere = targets.every(
    ({ url, deployment }) => deployment !== null || (url !== null && isLoopback(url)),
  );
  if (!isHere) return facts.otherHost(environment.host);
  return environment.host === null ? facts.sameHost : catalogue.page.aside(environment.host, facts.sameHost);
}

const isLoopback = (url: string): boolean =>
  /^(?:unix:|http\+unix:)/i.test(url) ||
  (URL.canParse(url) && /^(?:localhost|127\.[\d.]+|\[::1\])$/i.test(new URL(url).hostname));
