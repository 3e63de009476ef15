import { browserPlatform } from './browser'
import { type Bridge, electronPlatform } from './electron'
import { refuseStrayDrops } from './files'
import type { Platform } from './platform'

declare global {
  interface Window {
    /** There in Assay's own window only. */
    readonly assay?: Bridge
  }
}

/** The platform that this page runs on; to be asked for once. */
export function connect(target: Window = window): Platform {
  refuseStrayDrops(target)
  return target.assay ? electronPlatform(target.assay) : browserPlatform(target.location)
}
