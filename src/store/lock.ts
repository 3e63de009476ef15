import { join } from 'node:path'
import { z } from 'zod'
import type { NewId } from '../base/id'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Files } from './files'
import { isAlive, startOf } from './processes'
import { readWhole, removeQuietly, unfinished, writeNew } from './replace-file'
import { codeOf } from './storage'

/** Who has a workspace open. */
const holder = z.object({
  host: z.string(),
  pid: z.number().int(),
  /** When it was opened, ISO 8601 in UTC. */
  since: z.string(),
  /** What tells the process from a later one with the same number. */
  started: z.string().optional(),
  /** Tells two openings by one process apart. */
  token: z.string(),
})
export type Holder = z.infer<typeof holder>

export const lockName = 'lock'

export interface Lock {
  /** Gives the workspace free, unless somebody else has taken it in the meantime. */
  release(): Promise<void>
}

/** Takes the workspace for one process. A lock whose process is gone is taken over; a live one is respected. */
export async function takeLock(
  files: Files,
  folder: string,
  who: { readonly host: string; readonly pid: number; readonly since: string },
  newId: NewId,
): Promise<Outcome<Lock>> {
  const path = join(folder, lockName)
  const started = await startOf(who.pid)
  const mine: Holder = { ...who, ...(started === undefined ? {} : { started }), token: newId('lock') }
  for (;;) {
    if (await put(files, path, mine, newId)) return ok({ release: () => release(files, path, mine) })
    const bytes = await readWhole(files, path)
    if (!bytes) continue
    const other = parse(bytes)
    if (other && (await isHeld(other, mine))) return refuse('locked', describe(other))
    if (!(await clear(files, path, bytes, newId)))
      return refuse('locked', 'This workspace is being opened elsewhere. Try again.')
  }
}

/** Makes the lock, whole at once; false when there is one. */
async function put(files: Files, path: string, mine: Holder, newId: NewId): Promise<boolean> {
  const bytes = Buffer.from(`${JSON.stringify(mine, null, 2)}\n`)
  const fresh = unfinished(path, newId)
  await writeNew(files, fresh, bytes)
  try {
    await files.link(fresh, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    return await putPlainly(files, path, bytes)
  } finally {
    await removeQuietly(files, fresh)
  }
}

/** For disks that know no second names: made and then filled, so that for an instant it is empty. */
async function putPlainly(files: Files, path: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeNew(files, path, bytes)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Whether the process that a lock names still runs; of other hosts that cannot be known, and is assumed. */
async function isHeld(other: Holder, mine: Holder): Promise<boolean> {
  if (other.host !== mine.host) return true
  if (!(await isAlive(other.pid))) return false
  const started = await startOf(other.pid)
  return other.started === undefined || started === undefined || other.started === started
}

/**
 * Removes a lock that was left behind. It is moved away first and looked at again: somebody who found it at the same
 * time may have put their own there, which then goes back. False in that case.
 */
async function clear(files: Files, path: string, stale: Buffer, newId: NewId): Promise<boolean> {
  const away = unfinished(path, newId)
  try {
    await files.rename(path, away)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
  const moved = await readWhole(files, away)
  if (moved?.equals(stale) !== false) {
    await files.remove(away)
    return true
  }
  await files.rename(away, path)
  return false
}

async function release(files: Files, path: string, mine: Holder): Promise<void> {
  const bytes = await readWhole(files, path)
  if (bytes && parse(bytes)?.token === mine.token) await files.remove(path)
}

function parse(bytes: Buffer): Holder | undefined {
  try {
    return holder.safeParse(JSON.parse(bytes.toString())).data
  } catch {
    // A lock that is no JSON was cut short by a crash: nobody holds it.
    return undefined
  }
}

const describe = ({ host, since, pid }: Holder): string =>
  `This workspace is open on ${host} since ${since.replace('T', ' ').replace(/(:\d\d)(?::.*)?Z$/, '$1 UTC')} (process ${pid}). ` +
  `Close it there first. If you are sure that nobody has it open, delete the file “${lockName}” in its folder.`
