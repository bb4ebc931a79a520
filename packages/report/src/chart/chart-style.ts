/** Colours of the lines: colour-blind readers can tell them apart (after Okabe and Ito), darkened or lightened for contrast on each ground. */
export const linePalettes = {
  light: ['#0067a3', '#b84a00', '#00704f', '#a1447c', '#7a5900', '#4a4f57'],
  dark: ['#5eb8f0', '#ff9a5c', '#4fd0a5', '#ea9fc9', '#f0c24f', '#c5cad2'],
} as const;

/** The other colours of a chart. */
export const chartColours = {
  light: { ground: '#ffffff', text: '#1c1f24', soft: '#555d69', grid: '#e3e6ea', load: '#eceef1' },
  dark: { ground: '#181b20', text: '#e6e6e6', soft: '#a6adb8', grid: '#343a44', load: '#262b33' },
} as const;

function rulesOf(theme: 'light' | 'dark'): string {
  const own = Object.entries(chartColours[theme]).map(([name, colour]) => `--kp-${name}:${colour}`);
  const lines = linePalettes[theme].map((colour, index) => `.kp-line-${index}{--kp-line:${colour}}`);
  return `.kp-chart{${own.join(';')}}${lines.join('')}`;
}

/** The style of every chart: it works in a page and in a file of its own, and prints in the light colours. */
export const chartStyle = [
  rulesOf('light'),
  `@media screen and (prefers-color-scheme:dark){${rulesOf('dark')}}`,
  '.kp-chart text{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK KR","Noto Sans KR","Noto Sans SC","Malgun Gothic","Microsoft YaHei",sans-serif;fill:var(--kp-text)}',
  '.kp-ground{fill:var(--kp-ground)}',
  '.kp-grid{stroke:var(--kp-grid);fill:none}',
  '.kp-axis{stroke:var(--kp-soft);fill:none}',
  '.kp-chart .kp-tick{font-size:13px;fill:var(--kp-soft);font-variant-numeric:tabular-nums}',
  '.kp-chart .kp-title{font-size:13px}',
  '.kp-chart .kp-legend,.kp-chart .kp-note{font-size:12px;fill:var(--kp-soft)}',
  '.kp-segment{fill:none;stroke:var(--kp-line);stroke-width:2.2;stroke-linejoin:round}',
  '.kp-thin{stroke-width:1.1}',
  '.kp-curve{fill:none;stroke:var(--kp-line);stroke-width:1.4;stroke-dasharray:6 4}',
  '.kp-band{fill:var(--kp-line);fill-opacity:.16;stroke:var(--kp-line);stroke-opacity:.45;stroke-width:.7}',
  '.kp-whisker,.kp-leader{fill:none;stroke:var(--kp-line);stroke-width:1.2}',
  '.kp-leader{stroke-width:1;stroke-dasharray:1 4}',
  '.kp-mark{fill:var(--kp-line);stroke:var(--kp-line);stroke-width:1.5}',
  '.kp-mark.kp-hollow,.kp-bar.kp-hollow{fill:var(--kp-ground)}',
  '.kp-steps{fill:none;stroke:var(--kp-soft);stroke-width:1}',
  '.kp-crossing{fill:none;stroke:var(--kp-text);stroke-width:1}',
  '.kp-load{fill:var(--kp-load)}',
  '.kp-bar{fill:var(--kp-line);stroke:var(--kp-line);stroke-width:1}',
  '.kp-wide{fill:var(--kp-line);fill-opacity:.3}',
  '.kp-narrow{fill:var(--kp-line);fill-opacity:.75}',
  '.kp-hollow .kp-wide,.kp-hollow .kp-narrow{fill-opacity:0;stroke:var(--kp-line)}',
  '.kp-median{fill:none;stroke:var(--kp-text);stroke-width:2.6}',
  '.kp-on-bar{fill:none;stroke:var(--kp-text);stroke-width:1.4}',
  '.kp-chart .kp-label{font-size:13px;font-weight:600;fill:var(--kp-line)}',
].join('');
