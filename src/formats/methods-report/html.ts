import { escapeXml } from '../sets/reports/escape'
import { type Block, type Methods, TITLE } from './methods'
import { blocksOf } from './methods-text'
import { STYLE } from './style'

/** The report of methods as a page by itself, which needs nothing from elsewhere, prints, and can be light or dark. */
export const htmlMethods = (methods: Methods): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="color-scheme" content="light dark" />
<title>${TITLE}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${TITLE}</h1>
${blocksOf(methods).map(html).join('\n')}
</main>
</body>
</html>
`

function html(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeXml(block.words)}</h2>`
    case 'paragraph':
      return `<p>${said(block.words)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${said(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableOf(block)
  }
}

function tableOf({ caption, heads, rows, figures }: Extract<Block, { kind: 'table' }>): string {
  const head = heads.map((name) => `<th scope="col">${said(name)}</th>`).join('')
  const body = rows.map(([first, ...cells]) => {
    const rest = cells.map((cell) => `<td>${said(cell)}</td>`).join('')
    return `<tr><th scope="row">${said(first ?? '')}</th>${rest}</tr>`
  })
  return `<div class="scroll"><table${figures ? ' class="figures"' : ''}>
<caption>${said(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`
}

/** Words of others, whose direction is their own. */
const said = (words: string): string => `<bdi>${escapeXml(words)}</bdi>`
