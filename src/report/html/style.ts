/** Tokens, type and tables: what every page of the house shares. */
export const BASE_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1d2127; --soft: #545c68; --line: #d3d7dd; --hair: #e6e9ed;
  --paper: #ffffff; --ground: #eef0f3; --tint: #f5f6f8;
  --accent: #1a4d80; --seal: #a6201a;
  --pass: #1a6b42; --fail: #ad221a; --open: #855000; --na: #545c68;
  --fail-tint: #fdf3f1; --open-tint: #fdf8ec;
  --bar: #2f6b9a; --bar-open: #dbe8f3; --bar-lost: #ffffff;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Hiragino Sans GB", sans-serif;
  --serif: "STZhongsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
}
:root:lang(en) {
  --sans: "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --serif: Georgia, "Noto Serif", "Times New Roman", "STZhongsong", "Noto Serif CJK SC", "Songti SC", serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e7eb; --soft: #a7afba; --line: #3d434c; --hair: #2c3138;
    --paper: #1a1d22; --ground: #101214; --tint: #22262c;
    --accent: #86b8ea; --seal: #ff9a8f;
    --pass: #74cf9d; --fail: #ff9488; --open: #edb95e; --na: #a7afba;
    --fail-tint: #2a1d1d; --open-tint: #292418;
    --bar: #6fa9dc; --bar-open: #27394a; --bar-lost: #1a1d22;
  }
}
@media (forced-colors: active) {
  :root { --paper: Canvas; --bar: CanvasText; --bar-open: Canvas; --bar-lost: Canvas; --ink: CanvasText; --line: CanvasText; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink);
  font: 400 1rem/1.75 var(--sans); font-variant-numeric: tabular-nums lining-nums;
  overflow-wrap: anywhere; line-break: strict;
}
body > header, body > main, body > nav, body > footer { max-width: 68rem; margin: 0 auto; padding: 0 3.5rem; background: var(--paper); }
body > header { padding-top: 3rem; border-top: 4px solid var(--seal); }
body > footer { padding-top: 1.25rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .8125rem; }
h1, h2, h3, h4, h5 { margin: 0; line-height: 1.4; text-wrap: balance; }
h1 { font: 700 2.125rem/1.35 var(--serif); letter-spacing: .02em; }
:lang(en) h1 { letter-spacing: 0; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.125rem; }
h4, h5 { font-size: 1rem; }
p, ul, ol, dl { margin: 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: .5rem; z-index: 9; }
.symbols { position: absolute; }
.mark { width: 1.05em; height: 1.05em; flex: none; vertical-align: -.16em; margin-right: .4em; }
.mark.pass { color: var(--pass); }
.mark.fail { color: var(--fail); }
.mark.unknown { color: var(--open); }
.mark.not-applicable { color: var(--na); }
.ink { fill: currentColor; }
.edge { fill: none; stroke: currentColor; stroke-width: 2; }
.stroke { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.cut { fill: none; stroke: var(--paper); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.outcome { display: inline-block; white-space: nowrap; font-weight: 600; }
.outcome.pass, .ruling.pass { color: var(--pass); }
.outcome.fail, .ruling.fail { color: var(--fail); }
.outcome.unknown, .ruling.unknown { color: var(--open); }
.outcome.not-applicable { color: var(--na); }
.outcome-cell, td.clause { width: 1%; white-space: nowrap; }
.earned { fill: var(--bar); }
.open { fill: url(#hatch); }
.hatch-ground { fill: var(--bar-open); }
.hatch-line { fill: var(--bar); }
.lost { fill: var(--bar-lost); stroke: var(--line); }
.frame { fill: none; stroke: var(--line); }
.kind { color: var(--seal); font-weight: 600; letter-spacing: .16em; margin-bottom: .5rem; }
:lang(en) .kind { letter-spacing: .02em; }
.particulars { margin-top: 1rem; padding: .875rem 0 1.25rem; border-bottom: 1px solid var(--line); }
.particulars div { display: flex; gap: 1em; }
.particulars dt { flex: none; width: 4.5em; color: var(--soft); }
:lang(en) .particulars dt { width: 5.5em; }
.particulars dd { margin: 0; }
.contents { font-size: .875rem; }
.contents ul { display: flex; flex-wrap: wrap; gap: .125rem 1.5rem; padding: .625rem 0; list-style: none; border-bottom: 1px solid var(--line); }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.chapter { padding-top: 2.75rem; }
.chapter > h2, .chapter > h3:not(.minor) { margin-bottom: 1rem; padding-left: .75rem; border-left: 4px solid var(--seal); }
.remark, .section-counts { color: var(--soft); font-size: .875rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.6; }
caption { padding: .5rem 0; text-align: left; font-weight: 600; }
th, td { padding: .4rem .625rem; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; font-weight: 400; }
thead th, thead td { border-bottom: 1px solid var(--soft); color: var(--soft); font-weight: 600; vertical-align: bottom; white-space: nowrap; }
tbody th { color: var(--ink); }
th.amount, td.amount, th.number, td.number { width: 1%; text-align: right; white-space: nowrap; }
tr.sum > * { border-top: 1px solid var(--soft); border-bottom-color: var(--soft); font-weight: 600; }
tr.part > * { padding-top: 1rem; border-bottom-color: var(--line); font-weight: 600; }
.filter {
  display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin-bottom: 1.25rem; padding: .75rem 1rem;
  background: var(--tint); border: 1px solid var(--line); font-size: .875rem;
}
@media screen and (min-width: 60rem) and (min-height: 40rem) {
  html { scroll-padding-top: 7.5rem; }
  .filter { position: sticky; top: 0; z-index: 2; }
}
.filter[hidden] { display: none; }
main > .filter { margin-top: 1.5rem; }
.filter .boxes { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; }
.filter .boxes > span { color: var(--soft); }
.filter .search > span, .filter .choice > span { color: var(--soft); margin-right: .35rem; }
.filter .box { display: inline-flex; align-items: center; min-height: 1.75rem; }
.filter .box input { width: 1rem; height: 1rem; margin: 0 .4rem 0 0; accent-color: var(--accent); }
.filter input[type="search"], .filter select, .filter button {
  min-height: 2rem; max-width: 100%; padding: .2rem .5rem; color: var(--ink); background: var(--paper);
  border: 1px solid var(--soft); border-radius: 2px; font: inherit;
}
.filter input[type="search"] { width: 15rem; }
.filter select { max-width: 14rem; }
.filter button { cursor: pointer; }
.filter output { flex: 1 1 auto; color: var(--soft); min-height: 1.75em; }
.search { flex: none; max-width: 100%; }
@media screen and (max-width: 44rem) {
  body { padding: 0; }
  body > header, body > main, body > nav, body > footer { padding-left: 1rem; padding-right: 1rem; }
  body > header { padding-top: 1.5rem; }
  h1 { font-size: 1.625rem; }
  h2 { font-size: 1.25rem; }
  .filter input[type="search"] { width: 100%; }
  .search, .choice { flex-basis: 100%; display: flex; align-items: center; }
  .choice select { flex: 1; }
  .filter .search > span, .filter .choice > span { flex: none; width: 3em; }
  .filter .box { margin-right: .5rem; }
}`;
