export const SUMMARY_STYLE = `body > header, body > main, body > nav, body > footer { max-width: 84rem; }
.headline { display: flex; flex-wrap: wrap; gap: .5rem 4rem; }
.headline dt { color: var(--soft); font-size: .875rem; }
.headline dd { margin: 0; line-height: 1.3; }
.figure { font-size: 2.75rem; font-weight: 700; }
.of { margin-left: .75rem; color: var(--soft); }
.frames { margin: 1rem 0 .5rem; }
.frame-part { padding-top: 2.5rem; }
.frame-part > h2 { padding-bottom: .25rem; border-bottom: 2px solid var(--seal); font-family: var(--serif); }
.plot { width: 34%; min-width: 8em; vertical-align: middle; }
.bar, .box-plot { display: block; }
.chapter th[scope="row"] { min-width: 7em; }
small { color: var(--soft); font-size: .8125rem; }
.histogram { display: block; overflow: visible; }
.histogram text { fill: var(--ink); font-size: 12px; }
.histogram .tick, .histogram .limit { fill: var(--soft); }
.axis { stroke: var(--soft); stroke-width: 1; }
line.limit { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
.middle-half { fill: var(--bar-open); stroke: var(--bar); }
.median { stroke: var(--ink); stroke-width: 2; }
.mean { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.spreads { margin-top: 1rem; }
.grades, .missing, .near { max-width: 52rem; margin-top: 1rem; }
.ranking .plot { width: 18%; min-width: 7em; }
.ranking th[scope="row"] { min-width: 13em; }
figure { margin: 0; }
.rank, .short { width: 1%; white-space: nowrap; }
tr[hidden] { display: none; }
.gap td { padding: .75rem; color: var(--soft); text-align: center; }
.failed { fill: var(--fail); }
.rules .plot { width: 20%; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1.75rem; margin-bottom: .5rem; padding: 0; list-style: none; font-size: .875rem; }
.swatch { margin-right: .5rem; vertical-align: -.15em; }
.legend .mark { display: none; }
.readout { min-height: 1.75em; font-size: .875rem; color: var(--soft); }
.heat { position: relative; max-height: 85vh; overflow: auto; border: 1px solid var(--line); }
.heat-map { width: 1px; table-layout: fixed; line-height: 14px; font-size: .75rem; }
.heat-map col.rank { width: 3.5em; }
.heat-map col.name { width: 14em; }
.heat-map col.cell { width: 11px; }
.heat-map th, .heat-map td { padding: 0 .375rem; border: 0; white-space: nowrap; vertical-align: middle; }
.heat-map tbody tr:hover > * { background: var(--tint); }
.heat-map .cells { padding: 0; }
.heat-map th[scope="row"], .heat-map th.name { position: sticky; left: 0; z-index: 1; overflow: hidden; text-overflow: ellipsis; background: var(--paper); }
.heat-map thead { position: sticky; top: 0; z-index: 2; background: var(--paper); }
.heat-map thead th { color: var(--ink); }
.heat-map th.rank, .heat-map th.name { vertical-align: bottom; }
.heat-map th.band { padding: .2rem 0 0 2px; overflow: hidden; border-bottom: 2px solid var(--seal); border-left: 1px solid var(--soft); text-overflow: ellipsis; font-size: .6875rem; }
.heat-map th.clause-label { height: 8.5em; padding: .25rem 0; border-left: 1px solid var(--line); border-bottom: 1px solid var(--soft); vertical-align: bottom; font-weight: 400; line-height: 10px; }
.clause-label span { display: inline-block; writing-mode: vertical-rl; font-size: 10px; }
.heat-map a { text-decoration: none; }
.strip { display: block; }
.heat-fail { fill: var(--fail); }
.heat-unknown { fill: var(--open); }
.heat-not-applicable { fill: var(--na); }
.heat-pass { fill: var(--pass); }
.heat-fail.waived { fill: none; stroke: var(--fail); }
.heat-unknown.waived { fill: none; stroke: var(--open); }
.heat-edge { stroke: var(--soft); stroke-width: 1; }
.cursor { position: absolute; pointer-events: none; outline: 2px solid var(--ink); outline-offset: 1px; }
.cursor[hidden], .heat-key[hidden] { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chapter-roster h3 { margin: 1rem 0 .25rem; padding: 0; border: 0; font-size: 1rem; }
.chapter-overview .notes { padding-left: 1.2em; font-size: .875rem; }
.names { margin-top: 0; }
.names { columns: 16em; padding-left: 1.2em; font-size: .875rem; }
.rejections th[scope="row"] { min-width: 10em; }
.rejections td { min-width: 20em; }
.rejections .short { min-width: 0; }
.rejections .place { min-width: 12em; }
.frames th[scope="row"] { min-width: 12em; }
.digest { font-family: Consolas, "Noto Sans Mono", monospace; font-size: .75rem; word-break: break-all; }
@media screen and (max-width: 44rem) {
  .heat-map col.name { width: 9em; }
  .heat-map col.rank { width: 3em; }
}
@page heat { size: A4 landscape; margin: 12mm; }
@media print {
  .chapter-heat { page: heat; }
  .heat { max-height: none; overflow: visible; border: 0; }
  .heat-map { width: 100%; font-size: 7pt; line-height: 3.4mm; }
  .heat-map col.rank { width: 9mm; }
  .heat-map col.name { width: 36mm; }
  .heat-map col.cell { width: auto; }
  .heat-map thead, .heat-map th[scope="row"], .heat-map th.name { position: static; }
  .heat-map .strip { height: 3.2mm; }
  .heat-map th.band { font-size: 6pt; }
  .heat-map th.clause-label { height: 20mm; line-height: 1.6mm; }
  .clause-label span { font-size: 4.6pt; }
  .readout, .cursor { display: none; }
  tr[hidden] { display: table-row; }
  .ranking .plot { display: none; }
  .ranking td, .ranking th { white-space: nowrap; }
  .grades, .missing, .near { max-width: none; }
}`;
