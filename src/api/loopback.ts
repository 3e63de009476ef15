import { type Client, type Subscribe, type Transport, client } from './wire'

/** A client in the host's own process. Calls and events are cloned on their way, as every other carrier does. */
export const loopback = (transport: Transport, subscribe: Subscribe): Client =>
  client(
    async (call, params) => structuredClone(await transport(call, structuredClone(params))),
    (listener) => subscribe((event, payload) => listener(event, structuredClone(payload))),
  )
