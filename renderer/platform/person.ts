import type { Subscribe } from '../../src/api/wire'
import { Emitter } from '../../src/base/emitter'
import { readClipboardText } from './clipboard'
import { chooseFiles, readFiles, takeDropped, tellFolders } from './files'
import type { Platform } from './platform'

/** What a person gives to a page, the same way on every host. */
export type FromPerson = Pick<Platform, 'pickFiles' | 'readDropped' | 'readClipboardText'>

/** `tell` hears what could not be read and why. */
export function fromPerson(tell: (message: string) => void): FromPerson {
  return {
    pickFiles: async (extensions) => readFiles(await chooseFiles(extensions), tell),
    readDropped(dropped) {
      const { files, folders } = takeDropped(dropped)
      if (folders.length > 0) tell(tellFolders(folders))
      return readFiles(files, tell)
    },
    readClipboardText: () => readClipboardText(),
  }
}

/** Adds to what a host announces what the platform itself has to tell, as `host.trouble`. */
export function withTrouble(host: Subscribe): { subscribe: Subscribe; tell: (message: string) => void } {
  const own = new Emitter<string>()
  return {
    subscribe(listener) {
      const unsubscribeHost = host(listener)
      const unsubscribeOwn = own.subscribe((message) => listener('host.trouble', { message }))
      return () => {
        unsubscribeOwn()
        unsubscribeHost()
      }
    },
    tell: (message) => own.emit(message),
  }
}
