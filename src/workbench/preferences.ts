import type { Params, Reply } from '../api/contract'
import { type Outcome, ok } from '../base/outcome'
import type { Catalogue } from './catalogue'
import type { Ports } from './ports'

/** Keeps what the window remembers. */
export async function savePreferences(
  { store }: Pick<Ports, 'store'>,
  { preferences }: Params<'preferences.save'>,
): Promise<Outcome<Reply<'preferences.save'>>> {
  const saved = await store.savePreferences(preferences)
  return saved.ok ? ok({}) : saved
}

/**
 * Gives the person another name. Annotation sets that are begun from now on carry it; those that are there keep the
 * name they were made under, because a set is a record, and a record is changed by an edit or not at all.
 */
export async function renamePerson(
  catalogue: Catalogue,
  { name }: Params<'person.rename'>,
): Promise<Outcome<Reply<'person.rename'>>> {
  const renamed = await catalogue.rename(name)
  return renamed.ok ? ok({ person: renamed.value }) : renamed
}
