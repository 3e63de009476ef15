import type { MessagePort } from 'node:worker_threads'
import type { Outcome } from '../base/outcome'
import type { TaskFunctions } from '../workbench/tasks'
import type { Tasks } from '../workbench/ports'

/** One task for a worker thread; its answer is the task's outcome. A worker has one at a time. */
export type TaskMessage = {
  [N in keyof Tasks]: { readonly name: N; readonly params: Tasks[N]['params'] }
}[keyof Tasks]

/** Worker side: answers each task. What throws ends the worker, and the pool knows which task it was. */
export function serveTasks(port: MessagePort, functions: TaskFunctions): void {
  port.on('message', ({ name, params }: TaskMessage) => {
    const run = functions[name] as (given: typeof params) => Outcome<unknown>
    const outcome = run(params)
    port.postMessage(outcome, buffersOf(outcome))
  })
}

/** The buffers of the byte arrays in a message that can change hands instead of being copied. */
export function buffersOf(message: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const look = (value: unknown): void => {
    if (value instanceof Uint8Array) {
      // A view of a part shares its buffer with others, who would lose it. An empty one may have been handed over
      // before: in the list of what changes hands, Node drops the whole message without a word.
      const { buffer, byteLength } = value
      if (byteLength > 0 && buffer instanceof ArrayBuffer && byteLength === buffer.byteLength)
        buffers.add(buffer)
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const inner of Object.values(value)) look(inner)
    }
  }
  look(message)
  return [...buffers]
}
