import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { problemsOfNext } from '../core/codebook/succession'
import type { Announce } from './announcing'
import type { Catalogue } from './catalogue'

/**
 * Makes a codebook the current one and tells every window. One that was not made from the current one is refused as
 * a conflict, so that of two windows the second hears that it was late; one that would take the meaning of what
 * annotators have said is refused as invalid.
 */
export async function saveCodebook(
  catalogue: Catalogue,
  announce: Announce,
  { codebook }: Params<'codebook.save'>,
): Promise<Outcome<Reply<'codebook.save'>>> {
  const current = catalogue.codebook
  if (codebook.id === current.id && codebook.version !== current.version + 1)
    return refuse(
      'conflict',
      `The codebook was changed in the meantime: it is at version ${current.version}, and this would be version ${codebook.version}. Look at what is there now, then change it again.`,
    )
  const problems = problemsOfNext(current, codebook)
  if (problems.length > 0) return refuse('invalid', `The codebook was not saved. ${problems.join(' ')}`)
  const saved = await catalogue.succeed(codebook)
  if (!saved.ok) return saved
  announce('codebook.changed', { codebook, earlier: [...catalogue.earlier] })
  return ok({ codebook })
}
