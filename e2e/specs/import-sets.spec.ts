import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

test('what was exported comes back after it was removed, and once only', async ({ app }) => {
  await app.read(ferries)
  await app.tag('6.5 percent', 'Figure')
  await app.annotations.writeNote('From the press release.')
  await app.tag('the operator', 'Source')
  const { name, bytes } = await app.exported(/Assay JSON/)
  await app.press('ControlOrMeta+z')
  await app.press('ControlOrMeta+z')
  await app.press('ControlOrMeta+z')
  await app.annotations.are([])
  const file = await app.fileOf({ name, content: bytes, firstWords: '' })
  await app.importPanel.open([file])
  await expect(app.importPanel.article(/^Ferry fares/)).toContainText('2 annotations')
  await app.press('Enter')
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator'])
  await app.annotations.pick('Figure: 6.5 percent')
  await expect(app.annotations.note).toHaveValue('From the press release.')
  await app.importPanel.open([file])
  await expect(app.importPanel.dialog).toContainText('Everything in the file is here already.')
  await app.press('Escape')
  await app.status.undoes('Import annotations')
})

const standoff = {
  name: 'ferries.ann',
  firstWords: '',
  content: [
    'T1\tFIGURE 62 73\t6.5 percent',
    'T2\tSOURCE 84 96\tthe operator',
    'T3\tPLACE 197 206\tInes Falk',
    'T4\tDAY 105 111\tMonday',
    'T5\tCLAIM 2000 2010\tnot there at all',
    'R1\tattributed-to Arg1:T1 Arg2:T2',
    '',
  ].join('\n'),
}

test('a colleague’s brat files: labels get a meaning, what is wrong is named, and it can be undone', async ({
  app,
}) => {
  await app.read(ferries)
  await app.importPanel.open([await app.fileOf(ferries), await app.fileOf(standoff)])
  await expect(app.importPanel.dialog.getByRole('status')).toContainText('brat')
  await app.importPanel.meaningOf('DAY').selectOption('left out')
  await app.importPanel.meaningOf('PLACE').selectOption({ label: '◆ Source' })
  await app.importPanel.dialog.getByRole('textbox', { name: 'Annotated by' }).fill('Ana')
  await expect(app.importPanel.article(/^Ferry fares/)).toContainText('3 annotations, 1 link')
  await app.importPanel
    .article(/^Ferry fares/)
    .getByText('Left out: 1')
    .click()
  await expect(app.importPanel.article(/^Ferry fares/)).toContainText('Its words are not in the text.')
  await expectAccessible(app.page, 'the import')
  await app.importPanel.import()
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator', 'Source: Ines Falk'])
  await app.press('ControlOrMeta+z')
  await app.annotations.are([])
})

const selectors = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:example:1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'Figure' },
  target: {
    source: 'https://example.org/news/ferries.txt',
    selector: {
      type: 'TextQuoteSelector',
      exact: '40 percent',
      prefix: 'Wages are up by ',
      suffix: ', she said',
    },
  },
}

test('annotation sets are imported when they are dropped, and articles beside them come along', async ({
  app,
}) => {
  await app.drop(ferries, standoff)
  await expect(app.importPanel.article('ferries')).toContainText('a new article')
  await app.importPanel.import()
  await app.article.shows(ferries.firstWords)
  await app.annotations.has('Figure: 6.5 percent')
})

test('a place that is not certain waits until it is ticked', async ({ app }) => {
  await app.read(ferries)
  const file = { name: 'a.jsonld', content: JSON.stringify(selectors), firstWords: '' }
  await app.importPanel.open([await app.fileOf(file)])
  await expect(app.importPanel.article(/^Ferry fares/)).toContainText('1 doubtful place')
  await expect(app.importPanel.dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await app.importPanel.doubtful('40 percent').check()
  await expectAccessible(app.page, 'doubtful places')
  await app.importPanel.import()
  await app.annotations.are(['Figure: 40 percent'])
})

test('a file that is no annotation set is refused with a sentence', async ({ app }) => {
  await app.read(ferries)
  await app.importPanel.open([await app.fileOf({ name: 'a.json', content: '{"a": 1}', firstWords: '' })])
  await expect(app.importPanel.dialog.getByRole('alert')).toContainText('“a.json” is of no format')
  await app.press('Escape')
  await expect(app.importPanel.dialog).toBeHidden()
})
