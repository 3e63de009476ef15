import { type Subscribe, type Transport, client } from '../../src/api/wire'
import { fromPerson, withTrouble } from './person'
import type { Platform } from './platform'

/** All that a page in Assay's own window is given beside what any page has. */
export interface Bridge {
  readonly request: Transport
  readonly subscribe: Subscribe
}

export function electronPlatform(bridge: Bridge): Platform {
  const { subscribe, tell } = withTrouble((listener) => bridge.subscribe(listener))
  const host = client((call, params) => bridge.request(call, params), subscribe)
  return {
    client: host,
    // Within one program there is nothing to lose.
    connection: { state: () => 'connected', subscribe: () => () => undefined },
    ...fromPerson(tell),
    saveFile: (file) => host.send('host.saveFile', { file }),
  }
}
