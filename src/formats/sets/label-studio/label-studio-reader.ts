import { type Outcome, type Refusal, ok, refuse } from '../../../base/outcome'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { isConfig, textFieldsOf } from './label-studio-config'
import { objectOf, ownOf } from '../untrusted'
import { SETS, TaskReader, isMin, taskOf } from './label-studio-task'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'

/** Whether a file is of tasks with somebody's work on them, or a labelling configuration. */
export function isLabelStudio(file: SetFile): boolean {
  if (isConfig(file)) return true
  if (!/^\uFEFF?\s*[[{]/.test(file.head)) return false
  const json = file.json
  return (
    json.ok &&
    tasksIn(json.value)
      .slice(0, 100)
      .some((value) => isTask(value) || isMin(value))
  )
}

const tasksIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function isTask(value: unknown): boolean {
  const task = taskOf(value)
  return (
    task !== undefined &&
    objectOf(task['data']) !== undefined &&
    SETS.some((name) => Array.isArray(ownOf(task, name)))
  )
}

export function readLabelStudio(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const remarks = new Map<string, number>()
  const fields = new Map<string, string>()
  const [configs, others] = [files.filter(isConfig), files.filter((file) => !isConfig(file))]
  if (others.length === 0)
    return refuse('invalid', 'There are no tasks: a labelling configuration alone has no annotations.')
  for (const file of configs) {
    const read = textFieldsOf(file)
    if (!read.ok) problems.add(file.name, read.refusal.message)
    else for (const [name, field] of read.value) fields.set(name, field)
  }
  const documents: IncomingDocument[] = []
  const refusals: Refusal[] = []
  for (const file of others) {
    const json = file.json
    if (!json.ok) {
      refusals.push(json.refusal)
      problems.add(file.name, json.refusal.message)
      continue
    }
    tasksIn(json.value).forEach((value, k) => {
      const place = `${others.length > 1 ? file.name : ''}${Array.isArray(json.value) ? `[${k}]` : ''}`
      const document = new TaskReader(place || 'task', fields, problems, remarks).read(value)
      if (document) documents.push(document)
    })
  }
  if (refusals.length === others.length) return { ok: false, refusal: refusals[0]! }
  return ok({
    documents,
    problems: problems.list,
    remarks: [...remarks].map(([remark, count]) =>
      count > 1 ? `${remark} (${count} times).` : `${remark}.`,
    ),
  })
}
