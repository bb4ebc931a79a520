import { chartStyle } from '../chart/chart-style.ts';
import { paletteRules } from './page-palette.ts';

const text = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.65 system-ui,-apple-system,"Segoe UI","Noto Sans","Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
article{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 3rem}
article+article{border-top:6px double var(--line)}
article:lang(ko){word-break:keep-all}
p,li,figcaption,summary{overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.25;margin:.4rem 0;overflow-wrap:anywhere}
h2{font-size:1.4rem;line-height:1.3;margin:3rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
h3{font-size:1.08rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
p{margin:.6rem 0;max-width:50rem}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--raised)}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.subtitle,.note,footer,small{color:var(--soft)}
.subtitle{margin-top:0;overflow-wrap:anywhere}
nav a{display:inline-block;margin:0 1rem .25rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
nav.languages{float:right;font-size:.9rem}
nav.languages a{margin:0 0 0 .8rem}
nav.languages a[aria-current]{color:var(--text);font-weight:600}
nav.contents{margin-top:1rem;font-size:.92rem}
ul{padding-left:1.2rem;max-width:50rem}
li{margin:.35rem 0}
ul.findings,ul.cautions{list-style:none;padding:0}
ul.findings li,ul.cautions li{padding:.65rem .9rem;background:var(--raised);border-left:4px solid var(--line);border-radius:0 6px 6px 0}
ul.findings li{border-left-color:var(--accent)}
ul.findings li span{font-weight:500}
ul.cautions li{font-size:.95rem}
ul li.suspect{border-left-color:var(--suspect)}
ul li.invalid{border-left-color:var(--invalid)}
small{font-size:.82em;font-weight:400;white-space:normal}
.findings small{display:block}
.note{font-size:.88rem}
footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--line);font-size:.88rem;overflow-wrap:anywhere}`;

const tables = `
.scroll{overflow-x:auto;margin:.9rem 0}
table{border-collapse:collapse;font-size:.92rem;line-height:1.45;min-width:50%}
th,td{padding:.42rem .75rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--raised);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
th,td{min-width:4.5rem}
.long{min-width:15rem}
td small,tbody th small{display:block}
.right{text-align:right;font-variant-numeric:tabular-nums}
td.right>span,td small{white-space:nowrap}
td.left small,th small{white-space:normal}
@media (min-width:40rem){tbody th>span{white-space:nowrap}}
td.best>span{color:var(--best);font-weight:700}
td.suspect>span{color:var(--suspect);font-weight:600}
td.invalid>span{color:var(--invalid);font-style:italic}
.muted>span{color:var(--soft)}`;

const figures = `
pre{position:relative;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow-x:auto;font:.86rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono",monospace}
pre code{display:block;width:max-content;min-width:100%;font:inherit;-webkit-user-select:all;user-select:all}
pre::after{content:attr(data-hint);display:block;margin-top:.5rem;color:var(--soft);font:.78rem/1.2 system-ui,sans-serif}
figure{margin:1.2rem 0}
figcaption{margin-bottom:.4rem}
.chart figcaption{font-weight:600;font-size:1.05rem}
.chart svg{display:block;width:100%;min-width:34rem;max-width:46rem;height:auto;border:1px solid var(--line);border-radius:6px}
.chart+details{margin-top:-.6rem}
details{margin:.9rem 0}
summary{cursor:pointer;width:fit-content;color:var(--accent);font-size:.92rem}
.excerpt q{color:var(--soft)}
blockquote{margin:0;padding:.8rem 1rem;background:var(--raised);border-left:4px solid var(--line);border-radius:0 6px 6px 0;white-space:pre-wrap;overflow:auto;max-height:24rem;overflow-wrap:anywhere}`;

/** One language at a time: the one that the address names, else the first. Browsers without the selector show all. */
const oneLanguage = `
@supports selector(:has(a)){@media screen{article+article{display:none;border-top:0}article:target,article:has(:target){display:block}main:has(>article+article:target)>article:first-of-type,main:has(>article+article :target)>article:first-of-type{display:none}}}`;

const narrow = `
@media (max-width:40rem){article{padding:1.2rem .9rem 2rem}h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2.2rem}th,td{padding:.38rem .55rem}nav.languages{float:none}}`;

const paper = `
@media print{@page{size:A4;margin:16mm 14mm}html{font-size:10pt}body{font-size:1rem;line-height:1.5}article{max-width:none;padding:0}article+article{border:0;break-before:page}nav,.skip{display:none}h2{margin-top:1.6rem}h2,h3,figcaption,summary{break-after:avoid}tr,figure,li{break-inside:avoid}.scroll{overflow:visible}table{font-size:8pt;width:100%}th,td{padding:.25rem .4rem;min-width:0;overflow-wrap:break-word}.long{min-width:9rem;overflow-wrap:anywhere}tbody tr:first-child{break-before:avoid}td.right>span,tbody th>span,td small{white-space:normal}pre{white-space:pre-wrap;overflow-wrap:anywhere}pre code{width:auto}pre::after{content:none}blockquote{max-height:none}.chart svg{min-width:0;max-width:15cm}details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;color:var(--soft)}ul.findings li,ul.cautions li,thead th,blockquote,pre,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

/** The page's style, charts included. Fonts are the reader's own; nothing is fetched. */
export const htmlStyle = [
  `:root{${paletteRules('light')}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${paletteRules('dark')}}}`,
  ...[text, tables, figures, oneLanguage, narrow, paper].map((part) => part.trim()),
  chartStyle,
].join('\n');
