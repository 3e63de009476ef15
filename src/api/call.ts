import { z } from 'zod'

/** What is asked with a call, and what is answered. */
export const call = <P extends z.ZodType, R extends z.ZodType>(params: P, reply: R) => ({ params, reply })

export const nothing = z.object({})
export const count = z.number().int().min(0)
const bytes = z.instanceof(Uint8Array)
/** A file from outside: its name without folders, and what is in it. */
export const file = z.object({ name: z.string().min(1).max(1000), bytes })
