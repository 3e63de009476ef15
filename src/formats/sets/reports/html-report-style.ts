import { OPACITY, PAPER, shadesOf } from './report-shades'
import type { ReportTag } from './report-tags'

/** From here on, annotations that overlap have no line of their own, only their number. */
export const LANES = 6

/** The style sheet of a report. Print is always light: dark is asked for on screens only. */
export const styleOf = (tags: readonly ReportTag[]): string =>
  [LAYOUT, ...tags.map(lightTag), ...lanes(), darkOf(tags), PRINT].join('\n')

const lightTag = ({ colour, underline }: ReportTag, k: number): string => {
  const { light, ground } = shadesOf(colour)
  return `.t${k} { --shade: ${light}; --own: ${ground}; text-decoration-style: ${underline}; }`
}

const darkOf = (tags: readonly ReportTag[]): string => `@media screen and (prefers-color-scheme: dark) {
:root { ${DARK} }
${tags.map(({ colour }, k) => `.t${k} { --shade: ${shadesOf(colour).dark}; }`).join('\n')}
}`

/** Lines of annotations that overlap hang below each other, and lines of text make room for them. */
const lanes = (): string[] =>
  Array.from(
    { length: LANES },
    (_, k) =>
      `.l${k} { text-underline-offset: ${(0.2 + k * 0.2).toFixed(2)}em; }\n` +
      `.deep${k} > * { line-height: ${(1.62 + k * 0.14).toFixed(2)}; }`,
  )

const DARK = `color-scheme: dark; --paper: ${PAPER.dark}; --panel: #1e1f23; --rule: #35373e; --strong: #5d606a; --ink: #e8e6e1;
  --soft: #b3b0a9; --link: #b4abf2; --opacity: ${OPACITY.dark};`

const LAYOUT = `:root { color-scheme: light; --paper: ${PAPER.light}; --panel: #f6f3ed; --rule: #e0dace; --strong: #8b8375; --ink: #1c1d20;
  --soft: #57524a; --link: #4b3f9e; --opacity: ${OPACITY.light};
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif;
  --serif: 'Iowan Old Style', Charter, Georgia, 'Noto Serif', 'DejaVu Serif', serif; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 0.875rem/1.45 var(--sans); -webkit-text-size-adjust: none; }
body { max-inline-size: 62rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2, h3, p, ul, dl, dd, table, blockquote, figure { margin: 0; padding: 0; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.16; text-wrap: balance; letter-spacing: -0.01em; }
h1 { font-size: 2.375rem; max-inline-size: 24em; }
h2 { font-size: 1.75rem; max-inline-size: 28em; }
h2 + .soft { margin-block-start: 0.375rem; }
h3 { font-size: 0.9375rem; font-weight: 650; margin-block: 2.25rem 0.5rem; }
h3 small { font-size: inherit; font-weight: 400; color: var(--soft); }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
:target { background: color-mix(in srgb, var(--link) 12%, transparent); }
.eyebrow { font-size: 0.75rem; font-weight: 600; letter-spacing: 0.09em; text-transform: uppercase; color: var(--soft); margin-block-end: 0.625rem; }
.about { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.25rem; margin-block: 1.25rem 1.75rem; }
.about dt, .soft { color: var(--soft); }
.figures { display: flex; flex-wrap: wrap; list-style: none; border-block: 1px solid var(--rule); padding-block: 0.875rem; gap: 0.5rem 2.5rem; }
.figures strong { display: block; font: 600 1.75rem/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.legend { margin-block: 1rem 0; max-inline-size: 46rem; color: var(--soft); }
.legend .a { color: var(--ink); }
nav { margin-block-start: 2rem; }
nav ol { margin: 0; padding-inline-start: 1.5rem; }
main > article, main > section { margin-block-start: 3.5rem; border-block-start: 3px solid var(--ink); padding-block-start: 1.25rem; }
.text { font: 1.2rem/1.62 var(--serif); max-inline-size: 40rem; margin-block-start: 1.5rem; }
.text > * { margin-block: 0 0.85em; overflow-wrap: break-word; }
.text :is(h3, h4, h5, h6) { font-size: 1.2rem; font-weight: 700; line-height: 1.4; margin-block: 1.5em 0.5em; }
.text ul { list-style: none; padding-inline-start: 1em; }
.text li { text-indent: -1em; }
.text blockquote { border-inline-start: 3px solid var(--rule); padding-inline-start: 1em; }
.text .caption { font: 0.875rem/1.6 var(--sans); color: var(--soft); }
.text pre { font: 0.8125rem/1.7 ui-monospace, 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
.a { text-decoration-line: underline; text-decoration-color: var(--shade); text-decoration-thickness: 0.085em; text-decoration-skip-ink: none;
  background: rgba(var(--own), var(--opacity)); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
sup { font: 650 0.75rem/0 var(--sans); vertical-align: 0.5em; margin-inline: 0.08em 0.05em; text-indent: 0; white-space: nowrap; }
sup a, .ref { color: var(--shade); font-weight: 650; text-decoration: none; font-variant-numeric: tabular-nums; }
sup a:hover, a.ref:hover { text-decoration: underline; }
.ref { white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
caption { text-align: start; }
th, td { text-align: start; vertical-align: top; padding: 0.4375rem 0.875rem 0.4375rem 0; border-block-end: 1px solid var(--rule); overflow-wrap: break-word; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-size: 0.75rem; font-weight: 600; color: var(--soft); border-block-end: 1px solid var(--strong); vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { inline-size: 3rem; white-space: nowrap; }
tbody .words { font: 1rem/1.4 var(--serif); min-inline-size: 10rem; }
td.note { min-inline-size: 9rem; white-space: pre-line; }
.count { text-align: end; font-variant-numeric: tabular-nums; inline-size: 5.5rem; }
.related { list-style: none; min-inline-size: 10rem; }
.related li { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: 0.375rem; }
.related .ref { min-inline-size: 1.5rem; }
.related li + li { margin-block-start: 0.1875rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 0 3rem; }
.bar { display: block; block-size: 0.5rem; min-inline-size: 1px; background: var(--shade, var(--strong)); border-radius: 1px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.meter { inline-size: 8rem; vertical-align: middle; }
.comments { list-style: none; max-inline-size: 46rem; }
.comments li { padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
.comments p { white-space: pre-line; }
footer { margin-block-start: 4rem; border-block-start: 1px solid var(--rule); padding-block-start: 0.75rem; color: var(--soft); font-size: 0.8125rem; }`

const PRINT = `@media print {
:root { --paper: #fff; }
html { font-size: 9.5pt; }
body { max-inline-size: none; padding: 0; }
main > article, main > .statistics { break-before: page; margin-block-start: 0; border: 0; padding: 0; }
main > :first-child { break-before: auto; margin-block-start: 2rem; border-block-start: 2px solid; padding-block-start: 1rem; }
h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
.text { max-inline-size: 42rem; orphans: 3; widows: 3; }
thead { display: table-header-group; break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
tr, li, .figures { break-inside: avoid; }
.scroll { overflow: visible; }
nav a { color: inherit; }
@page { margin: 18mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #57524a; } }
}`
