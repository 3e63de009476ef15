import { readFile } from 'node:fs/promises'
import { codeOf } from './storage'

/** Whether a process of this number runs on this machine. One that has ended and is only not yet forgotten does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    if (codeOf(error) !== 'EPERM') return false
  }
  const [state] = (await statOf(pid)) ?? []
  return state !== 'Z' && state !== 'X'
}

/**
 * What tells a process from others that had or will have its number: when it started, counted since this start of the
 * machine. Undefined where the system does not tell it in a file, or there is no such process.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  const [boot, stat] = await Promise.all([orNothing('/proc/sys/kernel/random/boot_id'), statOf(pid)])
  const ticks = stat?.[19] // field 22 of proc_pid_stat(5)
  return boot === undefined || ticks === undefined ? undefined : `${boot.trim()} ${ticks}`
}

/** The fields of Linux's `/proc/<pid>/stat` from the third, the state, on. */
async function statOf(pid: number): Promise<string[] | undefined> {
  const stat = await orNothing(`/proc/${pid}/stat`)
  // The second field is the program's name in brackets and may hold anything.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

async function orNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) !== undefined) return undefined
    throw error
  }
}
