/** Print is always light: dark is asked for on screens only. */
export const STYLE = `:root { color-scheme: light; --paper: #fdfcfa; --rule: #e0dace; --strong: #8b8375; --ink: #1c1d20; --soft: #57524a;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif;
  --serif: 'Iowan Old Style', Charter, Georgia, 'Noto Serif', 'DejaVu Serif', serif; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 0.875rem/1.5 var(--sans); -webkit-text-size-adjust: none; }
main { max-inline-size: 62rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.25rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 0.75rem; border-block-start: 3px solid var(--ink); padding-block-start: 1rem; }
p, ul { max-inline-size: 46rem; margin: 0.5rem 0; }
.scroll { overflow-x: auto; margin-block: 1.5rem; }
table { border-collapse: collapse; inline-size: 100%; }
caption { text-align: start; font-weight: 650; padding-block-end: 0.375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.875rem 0.375rem 0; border-block-end: 1px solid var(--rule); overflow-wrap: break-word; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-size: 0.75rem; font-weight: 600; color: var(--soft); border-block-end: 1px solid var(--strong); vertical-align: bottom; }
tbody th { font-weight: 400; }
.figures :is(th, td):not(:first-child) { text-align: end; font-variant-numeric: lining-nums tabular-nums; }
.figures td { white-space: nowrap; }
@media screen and (prefers-color-scheme: dark) {
:root { color-scheme: dark; --paper: #17181b; --rule: #35373e; --strong: #5d606a; --ink: #e8e6e1; --soft: #b3b0a9; }
}
@media print {
html { background: none; font-size: 9pt; }
main { max-inline-size: none; padding: 0; }
h1, h2 { break-after: avoid; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.scroll { overflow: visible; }
.figures td { white-space: normal; }
}
`
