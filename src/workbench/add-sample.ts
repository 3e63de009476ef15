import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { summaryOf } from './catalogue'
import type { ImportServices } from './intake/import-run'
import { importSets } from './intake/set-import'
import type { Ports } from './ports'
import { type Sample, type Samples, bringsSets } from './samples'

interface SampleServices extends ImportServices {
  readonly ports: ImportServices['ports'] & Pick<Ports, 'samples'>
  readonly samples: Samples
}

type Wanted = Params<'library.addSample'>
type Added = Outcome<Reply<'library.addSample'>>

/**
 * Makes a sample a document like any other; when it is one already, gives that. One with annotation sets is taken in
 * as any import of sets is.
 */
export function addSample(services: SampleServices, { name }: Wanted): Promise<Added> {
  const { library, samples } = services
  return samples.adding.run(name, async () => {
    const sample = bringsSets(name) ? await samples.called(name) : undefined
    // What cannot be read as one with sets is refused as any file that is no article.
    if (!sample) return library.addSample({ name })
    return (await alreadyHere(services, sample)) ?? (await importSample(services, sample))
  })
}

/**
 * The document, put back into the list, when it has the sets already. They are not imported again, since that would
 * take back what was done to them since.
 */
async function alreadyHere(
  { catalogue, documents, library }: SampleServices,
  { hash, people }: Sample,
): Promise<Added | undefined> {
  const entry = catalogue.withHash(hash)
  if (!entry) return undefined
  const looked = await documents.look(entry.id)
  if (!looked.ok) return looked
  const { sets } = looked.value.records
  if (!people.every((id) => sets.some(({ annotator }) => annotator.id === id))) return undefined
  const back = await library.restore({ ids: [entry.id] })
  return back.ok ? ok({ document: back.value.documents[0]! }) : back
}

async function importSample(services: SampleServices, { offered: { name } }: Sample): Promise<Added> {
  const { ports, catalogue } = services
  const bytes = await ports.samples.read(name)
  if (!bytes) return refuse('missing', `There is no sample article “${name}”.`)
  const files = [{ name, bytes }]
  const imported = await importSets(services, {
    files,
    format: 'assay-json',
    rehearse: false,
    take: [],
    labels: [],
  })
  if (!imported.ok) return imported
  const [document] = imported.value.documents
  const entry = document?.id === undefined ? undefined : catalogue.get(document.id)
  if (entry) return ok({ document: summaryOf(entry) })
  return refuse('unreadable', imported.value.problems[0]?.message ?? `“${name}” holds no article.`)
}
