import { spawn } from 'node:child_process'
import type { Log } from '../log'

/** The program that opens an address in the person's browser, and its arguments; no shell reads the address. */
export function opener(platform: string, address: string): readonly [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', address]
  // What “start” does, without the command interpreter, which would read an & in the address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}

/** Opens an address in the person's browser. That it cannot be is only logged: the address has been printed. */
export function openAddress(address: string, log: Log): void {
  const [command, ...args] = opener(process.platform, address)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.once('error', (error) => log(`No browser was opened: ${error.message}`))
  child.once('exit', (code) => {
    if (code) log(`No browser was opened: ${command} ended with status ${code}`)
  })
  child.unref()
}
