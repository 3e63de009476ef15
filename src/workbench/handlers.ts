import type { Handlers } from '../api/wire'
import { ok, refuse } from '../base/outcome'
import { addSample } from './add-sample'
import type { Agreement } from './agreement'
import type { Announce } from './announcing'
import type { Articles } from './articles'
import { saveCodebook } from './codebook'
import type { Documents } from './documents'
import type { Exchange } from './exchange'
import { findInLibrary } from './find'
import { importSets } from './intake/set-import'
import type { LongTasks } from './long-tasks'
import type { Ports } from './ports'
import { renamePerson, savePreferences } from './preferences'
import { compareAnnotators, settleDocuments } from './reviews'
import { type Surroundings, openWorkspace } from './surroundings'
import type { Sentences } from './sentences'
import { tagEverywhere } from './tag-everywhere'
import type { UnderWay } from './under-way'

export interface Services extends Surroundings {
  readonly ports: Ports
  readonly announce: Announce
  readonly documents: Documents
  readonly articles: Articles
  readonly exchange: Exchange
  readonly agreement: Agreement
  readonly sentences: Sentences
  readonly tasks: LongTasks
}

/**
 * Who does what on each call. What concerns a window alone is refused or passed over here; a host that has windows
 * of its own puts its handlers in their place.
 */
export function handlersOf(services: Services, { follow }: Pick<UnderWay, 'follow'>): Handlers {
  const {
    ports,
    announce,
    catalogue,
    documents,
    library,
    articles,
    exchange,
    agreement,
    sentences,
    requested,
  } = services
  return {
    'workspace.open': follow(() => {
      requested.began()
      return openWorkspace(services)
    }),
    'preferences.save': follow((params) => savePreferences(ports, params)),
    'codebook.save': follow((params) => saveCodebook(catalogue, announce, params)),
    'person.rename': follow((params) => renamePerson(catalogue, params)),
    'library.add': follow((params) => library.add(params)),
    'library.addSample': follow((params) => addSample(services, params)),
    'library.remove': follow((params) => library.remove(params)),
    'library.restore': follow((params) => library.restore(params)),
    'library.find': follow((params) => findInLibrary(catalogue, documents, params)),
    'library.tag': follow((params) => tagEverywhere(services, params)),
    'article.open': follow((params) => {
      requested.opened(params.id)
      return articles.open(params)
    }),
    'article.sentences': follow((params) => sentences.of(params)),
    'article.history': follow((params) => articles.history(params)),
    'article.perform': follow((params) => articles.perform(params)),
    'review.compare': follow((params) => compareAnnotators(services, params)),
    'review.settle': follow((params) => settleDocuments(services, params)),
    'sets.export': follow((params) => exchange.export(params)),
    'sets.losses': follow((params) => exchange.losses(params)),
    'sets.import': follow((params) => importSets(services, params)),
    'agreement.survey': follow((params) => agreement.survey(params)),
    'agreement.report': follow((params) => agreement.report(params)),
    'task.cancel': async ({ task }) => {
      services.tasks.cancel(task)
      return ok({})
    },
    'host.saveFile': async () => refuse('invalid', 'This window saves files by itself.'),
    'host.menu': async () => ok({}),
  }
}
