import { z } from 'zod'
import { type Outcome, type Refusal, ok, refuse } from '../base/outcome'
import type { Undo } from '../base/scope'
import { type Call, type EventName, type Params, type Payload, type Reply, calls, events } from './contract'

/** What a host does on each call. Refusals are values; what throws is a bug and is answered as `internal`. */
export type Handlers = { readonly [C in Call]: (params: Params<C>) => Promise<Outcome<Reply<C>>> }

/** Carries one call to the host and its answer back: values that survive a structured clone. */
export type Transport = (call: string, params: unknown) => Promise<Answer>
export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal }

/** Carries announcements: `subscribe` gives back its own undoing. */
export type Subscribe = (listener: (event: string, payload: unknown) => void) => Undo

/** Host side: the one place where outside values become inside values. `log` hears of bugs. */
export function answer(handlers: Handlers, log: (error: unknown) => void): Transport {
  return async (name, raw) => {
    if (!isCall(name)) return refuse('invalid', `There is no call “${name}”.`)
    const params = calls[name].params.safeParse(raw)
    if (!params.success) return refuse('invalid', `${name}: ${placeOf(params.error)}`)
    try {
      return await (handlers[name] as (params: unknown) => Promise<Outcome<unknown>>)(params.data)
    } catch (error) {
      log(error)
      return refuse(
        'internal',
        'Assay failed at this; its log has the details. Nothing that was saved is lost.',
      )
    }
  }
}

/** What a front end holds: typed calls and events, checked as they arrive. */
export interface Client {
  send<C extends Call>(call: C, params: Params<C>): Promise<Outcome<Reply<C>>>
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): Undo
}

/** Front-end side. A host that answers in another form than the contract's is a bug of the host, and throws. */
export function client(transport: Transport, subscribe: Subscribe): Client {
  return {
    async send(call, params) {
      const answered = await transport(call, params)
      if (!answered.ok) return answered
      const reply = calls[call].reply.safeParse(answered.value)
      if (!reply.success) throw new TypeError(`${call} answered wrongly: ${placeOf(reply.error)}`)
      return ok(reply.data as Reply<typeof call>)
    },
    on(event, listener) {
      return subscribe((name, payload) => {
        if (name === event) listener(events[event].parse(payload) as Payload<typeof event>)
      })
    },
  }
}

/** The first thing wrong with a value, with its place: `edit.changes[0].record.span: expected …`. */
export function placeOf(error: z.core.$ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'not of the right form'
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return `${path.replace(/^\./, '') || 'value'}: ${issue.message}`
}

// Own properties only: `toString` is not a call.
const isCall = (name: string): name is Call => Object.hasOwn(calls, name)
