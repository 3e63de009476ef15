import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { applyAll } from '../core/change/apply'
import type { Edit } from '../core/change/change'
import { correctedIn } from '../core/change/corrected'
import type { Announce } from './announcing'
import type { Catalogue } from './catalogue'
import { type Documents, MOST_BYTES } from './documents'
import type { OpenDocument } from './open-document'
import type { Ports } from './ports'
import type { Snapshots } from './snapshots'

/** Opens articles and performs edits on them. */
export class Articles {
  readonly #ports: Pick<Ports, 'store'>
  readonly #catalogue: Catalogue
  readonly #documents: Documents
  readonly #snapshots: Snapshots
  readonly #announce: Announce

  constructor(
    ports: Pick<Ports, 'store'>,
    catalogue: Catalogue,
    documents: Documents,
    snapshots: Snapshots,
    announce: Announce,
  ) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#documents = documents
    this.#snapshots = snapshots
    this.#announce = announce
  }

  async open({ id }: Params<'article.open'>): Promise<Outcome<Reply<'article.open'>>> {
    const entry = this.#catalogue.get(id)
    if (entry?.removed !== undefined)
      return refuse('missing', `“${entry.title}” has been removed from the list. Put it back to open it.`)
    return this.#documents.use(id, async (document) => ok(openedOf(document)))
  }

  /** Gives edits of the past; fewer than were asked for when they are large, but at least one. */
  history({ id, before, count }: Params<'article.history'>): Promise<Outcome<Reply<'article.history'>>> {
    return this.#documents.use(id, () => this.#ports.store.editsBefore(id, before, count, MOST_BYTES))
  }

  /**
   * Performs an edit and answers when it is on disk. An edit that was performed before, whose answer was lost, is
   * answered again; one that does not fit the document as it is now is refused as a conflict. A removed document
   * takes edits, since a window may still be at work on it.
   */
  perform({ id, edit }: Params<'article.perform'>): Promise<Outcome<Reply<'article.perform'>>> {
    return this.#documents.use(id, (document) => this.#perform(document, edit))
  }

  /**
   * Performs the edit that `make` makes of a document as it is when its turn has come, and gives it; nothing is done
   * when it makes none.
   */
  change(id: string, make: (document: OpenDocument) => Edit | undefined): Promise<Outcome<Edit | undefined>> {
    return this.#documents.use(id, async (document) => {
      const edit = make(document)
      if (!edit) return ok(undefined)
      const done = await this.#perform(document, edit)
      return done.ok ? ok(edit) : done
    })
  }

  async #perform(document: OpenDocument, edit: Edit): Promise<Outcome<{ revision: number }>> {
    const known = document.revisionOf(edit.id)
    if (known !== undefined) return ok({ revision: known })
    const next = applyAll(document.state, edit.changes)
    if (!next.ok) return next
    const { id } = document.article
    const appended = await this.#ports.store.append(id, edit)
    if (!appended.ok) {
      // The disk alone knows how far it came.
      this.#documents.forget(id)
      return appended
    }
    document.accept(edit, next.value, appended.value)
    this.#announce('article.edited', { id, revision: document.revision, edit })
    this.#documents.note(document)
    this.#snapshots.edited(document)
    return ok({ revision: document.revision })
  }
}

function openedOf(document: OpenDocument): Reply<'article.open'> {
  const { article, state, records, revision, recent, warnings } = document
  const corrected = correctedIn(article, state)
  return {
    article,
    ...(corrected ? { corrected } : {}),
    sets: [...records.sets],
    annotations: [...records.annotations],
    links: [...records.links],
    comments: [...records.comments],
    verdicts: [...records.verdicts],
    answers: [...records.answers],
    revision,
    recent: [...recent],
    warnings: [...warnings],
  }
}
