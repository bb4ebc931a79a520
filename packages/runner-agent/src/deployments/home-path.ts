/** Puts the home directory in the place of a leading `~`. */
export function expandHome(path: string, homeFolder: string): string {
  if (path === '~') return homeFolder;
  return path.startsWith('~/') ? `${homeFolder}${path.slice(1)}` : path;
}
