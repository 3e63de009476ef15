import { type Outcome, ok } from '../base/outcome'
import type { WorkspaceStore } from '../store/store'
import { annotatorsNamed, annotatorsOf } from '../workbench/annotators'

/**
 * The names, as sets have them, of the annotators who are meant by ids or names in these documents, or in all when there
 * are none. Refuses one who is not there: a file with nothing of them would be sent off as if all were well.
 */
export async function namesOf(
  wanted: readonly string[],
  documents: readonly string[],
  store: WorkspaceStore,
): Promise<Outcome<string[]>> {
  const ids = documents.length > 0 ? documents : store.workspace.documents.map(({ id }) => id)
  const people = []
  for (const id of new Set(ids)) {
    const stored = await store.read(id)
    // What cannot be read is told of where it is exported.
    if (stored.ok) people.push(...annotatorsOf(stored.value.records.sets))
  }
  const meant = annotatorsNamed(wanted, people)
  if (!meant.ok) return meant
  const own = new Set(meant.value.map(({ id }) => id))
  return ok([...new Set(people.filter(({ id }) => own.has(id)).map(({ name }) => name))])
}
