/** The colours of a page; each text colour is readable on `ground` and on `raised`. */
export const pagePalettes = {
  light: {
    ground: '#ffffff',
    raised: '#f6f7f9',
    text: '#1c1f24',
    soft: '#555d69',
    line: '#dfe3e8',
    accent: '#0067a3',
    best: '#00694d',
    suspect: '#855600',
    invalid: '#b3261e',
  },
  dark: {
    ground: '#101216',
    raised: '#181b20',
    text: '#e6e6e6',
    soft: '#a6adb8',
    line: '#343a44',
    accent: '#5eb8f0',
    best: '#4fd0a5',
    suspect: '#f0c24f',
    invalid: '#ff8a80',
  },
} as const;

/** The palette as custom properties of a style. */
export function paletteRules(theme: keyof typeof pagePalettes): string {
  return Object.entries(pagePalettes[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}
