import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { SurveySetting } from '../core/agreement/survey-plan'
import type { Survey } from '../core/agreement/survey-result'
import { htmlMethods } from '../formats/methods-report/html'
import { markdownMethods } from '../formats/methods-report/markdown'
import type { IndexEntry } from '../store/workspace'
import { adjudicationOf, versionsOf } from './adjudication'
import { type Asked, type Terms, settingOf } from './agreement-setting'
import { cancelled } from './cancelled'
import type { Catalogue } from './catalogue'
import type { Documents } from './documents'
import type { LongTasks } from './long-tasks'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'
import { type SurveyedDocument, surveyedDocument } from './surveyed-text'
import { Tallying } from './tallying'

/** So many documents are looked at before what came of them is gone through. */
const AT_ONCE = 20

interface Found {
  readonly survey: Survey
  readonly documents: readonly SurveyedDocument[]
  readonly setting: SurveySetting
  readonly troubles: string[]
}

/** How far annotators agree. */
export class Agreement {
  readonly #ports: Pick<Ports, 'now' | 'host' | 'runTask'>
  readonly #catalogue: Catalogue
  readonly #documents: Documents
  readonly #tasks: LongTasks

  constructor(
    ports: Pick<Ports, 'now' | 'host' | 'runTask'>,
    catalogue: Catalogue,
    documents: Documents,
    tasks: LongTasks,
  ) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#documents = documents
    this.#tasks = tasks
  }

  /**
   * Surveys the documents named, each once, or all that are in the list. A document that cannot be read is refused when
   * it was named; of all of them, it is left out and that is said.
   */
  async survey(asked: Params<'agreement.survey'>): Promise<Outcome<Reply<'agreement.survey'>>> {
    const found = await this.#survey(asked)
    return found.ok ? ok({ survey: found.value.survey, troubles: found.value.troubles }) : found
  }

  async report({
    format,
    ...asked
  }: Params<'agreement.report'>): Promise<Outcome<Reply<'agreement.report'>>> {
    const found = await this.#survey(asked)
    if (!found.ok) return found
    const { survey, documents, setting, troubles } = found.value
    const at = this.#ports.now()
    const methods = {
      survey,
      people: setting.annotators,
      codebook: this.#catalogue.codebook,
      versions: versionsOf(documents, setting),
      adjudication: adjudicationOf(documents),
      at,
      version: this.#ports.host.version,
      troubles,
    }
    const isHtml = format === 'html'
    const text = isHtml ? htmlMethods(methods) : markdownMethods(methods)
    return ok({
      file: {
        name: `agreement-${at.slice(0, 10)}.${isHtml ? 'html' : 'md'}`,
        bytes: new TextEncoder().encode(text),
      },
      mediaType: isHtml ? 'text/html' : 'text/markdown',
      troubles,
    })
  }

  async #survey(asked: Asked): Promise<Outcome<Found>> {
    const task = this.#tasks.begin(asked.task)
    const failed = new AbortController()
    const signal = AbortSignal.any([task.signal, failed.signal])
    try {
      const entries =
        asked.documents.length > 0 ? this.#catalogue.find(asked.documents) : ok(this.#catalogue.listed())
      if (!entries.ok) return entries
      const used = new Set(entries.value.flatMap(({ counts }) => Object.keys(counts)))
      const terms: Terms = { asked, codebook: this.#catalogue.codebook, used }
      const tally = new Tallying(this.#ports, terms, signal, (done) =>
        task.progress(done, 2 * entries.value.length),
      )
      const gathered = await this.#gather(entries.value, asked.documents.length > 0, tally, signal)
      if (!gathered.ok) return gathered
      const setting = settingOf(terms, tally.documents)
      if (!setting.ok) return setting
      const survey = await tally.survey(setting.value)
      if (!survey.ok) return survey
      return ok({
        survey: survey.value,
        documents: tally.documents,
        setting: setting.value,
        troubles: gathered.value,
      })
    } finally {
      // What is still being worked out for a survey that was refused is of no use to anybody.
      failed.abort()
      task.end()
    }
  }

  /** Gathers the documents in their order, and gives sentences about those that cannot be read. */
  async #gather(
    entries: readonly IndexEntry[],
    named: boolean,
    tally: Tallying,
    signal: AbortSignal,
  ): Promise<Outcome<string[]>> {
    const troubles: string[] = []
    let missed: Outcome<never> | undefined
    for (let k = 0; k < entries.length; k += AT_ONCE) {
      if (signal.aborted) return cancelled
      const some = entries.slice(k, k + AT_ONCE)
      const looked = await sideBySide(some, 4, (entry) => this.#documents.look(entry.id))
      for (const [n, outcome] of looked.entries()) {
        if (outcome.ok) tally.add(surveyedDocument(outcome.value))
        else {
          if (named) return outcome
          missed ??= outcome
          troubles.push(`“${some[n]!.title}” is left out: ${outcome.refusal.message}`)
          tally.skip()
        }
      }
    }
    if (tally.documents.length > 0) return ok(troubles)
    return missed ?? refuse('missing', 'There is no article to compare annotations of.')
  }
}
