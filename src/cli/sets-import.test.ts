import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import type { Annotation } from '../core/annotation/annotation'
import type { Stamp } from '../core/change/change'
import { filesInZip, zipOf } from '../formats/sets/zip'
import { ada } from '../testing/records'
import { setFile } from '../testing/round-trip'
import { terminal } from './testing/command-line'

const { assay, json, annotated, folder } = terminal()

const LATER = '2030-01-01T00:00:00.000Z'

/** Ada's bundle as a colleague sends it back who has noted her claim, and who never saw it as it is here now. */
async function sentBack(): Promise<{ document: string; claim: string }> {
  const document = await annotated('cat.txt', 'The cat sat.', (people) => people.tag(ada, 'The [cat] sat.'))
  expect((await assay(['bundle', '--out', 'ada.assay'])).status).toBe(0)
  const file = setFile('ada.assay', await readFile(join(folder(), 'ada.assay')))
  let claim = ''
  const files = expectOk(filesInZip(file)).map(({ name, bytes }): [string, Uint8Array] => {
    if (!/(sets|ledger)\.json$/.test(name)) return [name, bytes]
    const held = JSON.parse(new TextDecoder().decode(bytes)) as {
      annotations?: Annotation[]
      entries?: Stamp[]
    }
    for (const annotation of held.annotations ?? []) {
      annotation.note = 'black'
      claim = annotation.id
    }
    for (const entry of held.entries ?? []) entry.at = LATER
    return [name, new TextEncoder().encode(JSON.stringify(held))]
  })
  await writeFile(join(folder(), 'ben.assay'), zipOf(Object.fromEntries(files)))
  return { document, claim }
}

const noteIn = async (document: string): Promise<string> => {
  const { annotations } = (await json(['show', document])) as unknown as { annotations: Annotation[] }
  return annotations[0]!.note
}

test('what was changed on both sides is told, and the later version stands', async () => {
  const { document, claim } = await sentBack()
  const { status, out } = await assay(['sets', 'import', 'ben.assay'])
  expect(status).toBe(0)
  expect(out).toContain(`conflict  ${claim}  Claim by Ada “cat”: The later one stands: `)
  expect(out).toContain('--keep  here   No note')
  expect(out).toContain('stands  there  The note “black”')
  expect(await noteIn(document)).toBe('black')
})

test('the other version holds of what --keep names', async () => {
  const { document, claim } = await sentBack()
  const told = await json(['sets', 'import', 'ben.assay', '--keep', claim])
  expect(told).toMatchObject({ documents: [{ conflicts: { count: 1, first: [{ id: claim }] } }] })
  expect(await noteIn(document)).toBe('')
  expect((await assay(['sets', 'import', 'ben.assay'])).out).not.toContain('conflict')
  expect(await noteIn(document)).toBe('')
})
