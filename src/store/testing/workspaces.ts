import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { idMaker } from '../../base/id'
import type { Outcome } from '../../base/outcome'
import { ada, time } from '../../testing/records'
import { type WorkspaceOptions, openWorkspace } from '../disk-store'
import type { WorkspaceStore } from '../store'

export const newId = idMaker((count) => randomBytes(count))

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Opens a workspace as a host does, and closes it when the test is over. */
export async function open(
  folder: string,
  more: Partial<WorkspaceOptions> = {},
): Promise<Outcome<WorkspaceStore>> {
  const opened = await openWorkspace(folder, {
    now: () => time(0),
    newId,
    hostName: 'desk',
    pid: process.pid,
    person: ada,
    ...more,
  })
  if (opened.ok) onTestFinished(() => opened.value.close())
  return opened
}

/** Every file below a folder, with slashes, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
