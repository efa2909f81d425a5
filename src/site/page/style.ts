/** How the page looks: for a hand, in sunlight and in the dark, on any width. */
export const SITE_STYLE = `
:root { color-scheme: light dark; --ink: #16191d; --soft: #4a525d; --line: #8b94a0; --paper: #fff; --ground: #eef0f3; --accent: #174a7c; --on: #fff; --fail: #9d1c15; --open: #754600; --pass: #155c37; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #b3bac4; --line: #717a86; --paper: #1a1d22; --ground: #0f1113; --accent: #8fc0f0; --on: #10151b; --fail: #ff9c90; --open: #f0c06a; --pass: #7fd6a6; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 9rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 52rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 1rem 0 0; } header p { margin: 0 0 .75rem; color: var(--soft); }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; } h2 small { font-size: .875rem; font-weight: 400; color: var(--soft); margin-left: .5rem; }
h3 { font-size: 1.0625rem; margin: 0; }
p, ul { margin: .25rem 0; } ul { padding-left: 1.25rem; }
.top { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 2px solid var(--accent); padding: .5rem 1rem; }
.bar { max-width: 50rem; margin: 0 auto; font-weight: 700; }
.walk { max-width: 50rem; margin: .25rem auto 0; display: flex; gap: .25rem; overflow-x: auto; }
.walk a { flex: none; min-height: 44px; min-width: 44px; padding: .55rem .75rem; color: var(--accent); text-align: center; }
.desk, .card, .panel { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin-bottom: .75rem; }
.desk { margin-top: 1rem; }
.card.seen { border-left: 6px solid var(--accent); }
.card:target { outline: 3px solid var(--accent); }
.clauses, .hint { color: var(--soft); font-size: .875rem; }
.declared, .declared summary { color: var(--soft); white-space: pre-line; }
.notice { border-left: 4px solid var(--accent); padding-left: .75rem; } .warn { border-color: var(--fail); font-weight: 700; }
input[type=text], input[type=date], select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; min-height: 44px; padding: .5rem; width: 100%; }
.line { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0; }
.line > input { flex: 1 1 8rem; width: auto; } .line > details { flex: 1 1 12rem; }
button, .button { font: inherit; min-height: 44px; min-width: 44px; padding: .5rem .9rem; border: 1px solid var(--accent); border-radius: 4px; background: var(--paper); color: var(--accent); cursor: pointer; display: inline-block; }
button.main { background: var(--accent); color: var(--on); } button.quiet { border-color: var(--line); color: var(--soft); }
fieldset { border: 0; padding: 0; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.choice { display: inline-flex; align-items: center; gap: .5rem; min-height: 44px; min-width: 44px; padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
.choice input { width: 1.35rem; height: 1.35rem; flex: none; accent-color: var(--accent); margin: 0; }
.choice:has(input:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 700; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .5rem; } .field { margin: .4rem 0; } .name { font-weight: 700; }
.record { border: 1px dashed var(--line); border-radius: 4px; padding: .75rem; margin: .5rem 0; } .record .head { display: flex; justify-content: space-between; align-items: center; font-weight: 700; }
summary { min-height: 44px; padding: .6rem 0; color: var(--accent); cursor: pointer; }
.results { list-style: none; padding: 0; margin: .5rem 0 0; font-size: .9375rem; } .results .fail strong { color: var(--fail); } .results .unknown strong { color: var(--open); } .results .pass strong { color: var(--pass); }
.slip { color: var(--fail); font-weight: 700; margin: 0; } .slip:empty { display: none; }
.panel h3 { margin-top: 1rem; } .panel a, .panel li { line-height: 2; } a { color: var(--accent); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible, .unseen:focus + *, .button:has(+ .unseen:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
@media print { .top, .desk button, .button { display: none; } }
`;
