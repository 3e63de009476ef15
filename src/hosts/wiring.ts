import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The person's own workspace, the same for every host: among the data that the system keeps for programs. */
export function ownWorkspace(platform = process.platform, env = process.env, home = homedir()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Assay', 'workspace')
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Assay', 'workspace')
  const named = env['XDG_DATA_HOME'] ?? ''
  return join(isAbsolute(named) ? named : join(home, '.local', 'share'), 'assay', 'workspace')
}
