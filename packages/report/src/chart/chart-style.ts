/** Colours that colour-blind readers can tell apart (Okabe and Ito), darkened or lightened for contrast on each ground. */
const light = ['#0067a3', '#c04f00', '#007a5a', '#a84a82', '#8a6400', '#2f6f99'];
const dark = ['#5eb8f0', '#ff9a5c', '#4fd0a5', '#ea9fc9', '#f0c24f', '#9ccdf0'];

const linesIn = (colours: readonly string[]): string =>
  colours.map((colour, index) => `.kp-line-${index}{--kp-line:${colour}}`).join('');

const darkRules = `.kp-chart{--kp-ground:#181b20;--kp-text:#e6e6e6;--kp-soft:#a6adb8;--kp-grid:#343a44}${linesIn(dark)}`;
const lightRules = `.kp-chart{--kp-ground:#ffffff;--kp-text:#1c1f24;--kp-soft:#5a626e;--kp-grid:#e3e6ea}${linesIn(light)}`;

/** The style inside every chart: it works in a page and in a file of its own, and prints in the light colours. */
export const chartStyle = [
  lightRules,
  `@media screen and (prefers-color-scheme:dark){${darkRules}}`,
  '.kp-chart text{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK KR","Noto Sans KR","Malgun Gothic",sans-serif;fill:var(--kp-text)}',
  '.kp-ground{fill:var(--kp-ground)}',
  '.kp-grid{stroke:var(--kp-grid);fill:none}',
  '.kp-axis{stroke:var(--kp-soft);fill:none}',
  '.kp-chart .kp-tick{font-size:13px;fill:var(--kp-soft);font-variant-numeric:tabular-nums}',
  '.kp-chart .kp-title{font-size:13px}',
  '.kp-chart .kp-legend{font-size:12px;fill:var(--kp-soft)}',
  '.kp-segment{fill:none;stroke:var(--kp-line);stroke-width:2}',
  '.kp-whisker{fill:none;stroke:var(--kp-line);stroke-width:1.5}',
  '.kp-mark{fill:var(--kp-line);stroke:var(--kp-line);stroke-width:1.5}',
  '.kp-mark.kp-hollow{fill:var(--kp-ground)}',
  '.kp-chart .kp-label{font-size:13px;font-weight:600;fill:var(--kp-line)}',
].join('');
