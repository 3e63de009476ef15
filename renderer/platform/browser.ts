import { client } from '../../src/api/wire'
import { ok } from '../../src/base/outcome'
import { type Dial, type Later, Link } from './link'
import { fromPerson, withTrouble } from './person'
import type { OutgoingFile, Platform } from './platform'

export function browserPlatform({ host }: { readonly host: string } = location): Platform {
  const link = new Link(dialSocket(`ws://${host}/socket`), later)
  const { subscribe, tell } = withTrouble(link.subscribe)
  return {
    client: client(link.transport, subscribe),
    connection: link.connection,
    ...fromPerson(tell),
    saveFile(file, mediaType) {
      download(file, mediaType)
      return Promise.resolve(ok({ saved: true }))
    },
  }
}

const dialSocket =
  (address: string): Dial =>
  (events) => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => events.opened())
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) events.received(new Uint8Array(data))
    })
    socket.addEventListener('close', ({ code }) => events.closed(code))
    return { send: (frame) => socket.send(frame), hangUp: () => socket.close() }
  }

const later: Later = (run, delay) => {
  const timer = setTimeout(run, delay)
  return () => clearTimeout(timer)
}

/** Long enough for a browser to have begun, also when it asks where to save. */
const KEPT_MS = 60_000

function download({ name, bytes }: OutgoingFile, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
