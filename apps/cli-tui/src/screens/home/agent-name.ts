import type { CommandContext } from '../../command-context.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { ownAgentUrl } from './own-agent.ts';

/** What an agent is called: this host, its name in the person's config, else its host and port. */
export function agentName(url: string, names: Readonly<Record<string, string>>, { words }: Look): string {
  if (url === ownAgentUrl) return words.home.thisHost;
  const named = Object.hasOwn(names, url) ? names[url] : undefined;
  if (named !== undefined) return screenText(named);
  return screenText(URL.canParse(url) ? new URL(url).host : url);
}

/** The names that a person's config has for agents, by their addresses. */
export const agentNames = ({
  agents = [],
}: Pick<CommandContext, 'agents'>): Readonly<Record<string, string>> =>
  Object.fromEntries(agents.map(({ name, url }) => [url, name]));
