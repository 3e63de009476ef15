import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const PATIENCE = 10_000 // ms

/** Starts a program as the leader of a group of its own, so that it can be killed with everything it started. */
export function startGroup(program: string, args: readonly string[], cwd: string): ChildProcess {
  return spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The first line of output that `pattern` matches. */
export async function lineOf(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  for await (const line of createInterface({ input: child.stdout! })) {
    const found = pattern.exec(line)
    if (found) return found
    said.push(`${line}\n`)
  }
  throw new Error(`The host ended before it was ready. It said:\n${said.join('')}`)
}

/** Resolves when the process is gone; one that does not go when asked is killed, and that is a failure. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  let late = false
  const timer = setTimeout(() => {
    late = true
    killGroup(child)
  }, PATIENCE)
  await once(child, 'exit')
  clearTimeout(timer)
  if (late) throw new Error(`The host did not end within ${PATIENCE / 1000} s of being asked to.`)
}

/** SIGKILL for a process and all it started. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // ESRCH: it is gone already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
