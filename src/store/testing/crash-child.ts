import { writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { idMaker } from '../../base/id'
import { expectOk } from '../../base/outcome'
import { openWorkspace } from '../disk-store'
import { original, stateWith, taggings } from './taggings'

// Works as fast as it can until it is killed, and says what was confirmed: one revision a line.

const [folder = ''] = process.argv.slice(2)
const { article, edits, after } = taggings('doc-1', 20_000)

const store = expectOk(
  await openWorkspace(folder, {
    now: () => new Date().toISOString(),
    newId: idMaker((count) => randomBytes(count)),
    hostName: 'desk',
    pid: process.pid,
  }),
)
const created = await store.create(article, original)
if (!created.ok && created.refusal.code !== 'conflict') throw new Error(created.refusal.message)

const begun = expectOk(await store.read('doc-1')).revision
for (const edit of edits.slice(begun)) {
  const { revision } = expectOk(await store.append('doc-1', edit))
  writeSync(1, `${revision}\n`)
  if (revision % 5 === 0) void store.saveSnapshot('doc-1', stateWith(after(revision)), revision)
  if (revision % 7 === 0) void store.saveWorkspace({ ...store.workspace })
}
