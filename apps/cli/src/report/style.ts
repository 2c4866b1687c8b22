// How a report looks on a screen and on A4 paper.
import { fontFamily } from './font.ts';

export const reportStyle = `
:root { --line: #d4d9e2; --soft: #f3f5f9; --ink: #16202e; --dim: #5c6879; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem; max-width: 72rem; color: var(--ink); font: 14px/1.55 '${fontFamily}', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
h1 { font-size: 28px; margin: 0 0 1.5rem; } h2 { font-size: 20px; margin: 2.5rem 0 .75rem; border-bottom: 2px solid var(--ink); padding-bottom: .25rem; }
h3 { font-size: 16px; margin: 1.75rem 0 .5rem; } h4 { font-size: 14px; margin: 1.25rem 0 .25rem; }
a { color: inherit; } nav ol { line-height: 1.9; } nav ol ol { line-height: 1.5; columns: 2; font-size: 13px; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; } th { background: var(--soft); } thead th { white-space: nowrap; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.k { white-space: nowrap; } td.w { white-space: pre-wrap; } code, td.c { font-size: 12px; }
.pass { color: #14683a; } .fail { color: #b3201b; font-weight: 700; } .manual { color: #8a5a00; } .unknown { color: #7a1fa2; font-weight: 700; } .notApplicable { color: var(--dim); }
.bar { display: flex; height: 12px; border: 1px solid var(--line); } .bar i { display: block; } .dim { color: var(--dim); font-size: 12px; }
.bar .pass { background: #2e9e5b; } .bar .fail { background: #d43d37; } .bar .manual { background: #e0a526; } .bar .unknown { background: #9b4bc4; } .bar .notApplicable { background: #c6ccd6; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 9px; } }
@media print { body { padding: 0; max-width: none; font-size: 10.5px; } h2 { break-before: page; } h2.first { break-before: auto; } h3, h4 { break-after: avoid; } .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
