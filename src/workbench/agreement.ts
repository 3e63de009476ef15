import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { isLong, type SurveySetting, type SurveyedText } from '../core/agreement/survey-plan'
import type { Survey } from '../core/agreement/survey-result'
import type { Tallied } from '../core/agreement/survey-tallies'
import { htmlMethods } from '../formats/methods-report/html'
import { markdownMethods } from '../formats/methods-report/markdown'
import type { IndexEntry } from '../store/workspace'
import { adjudicationOf, versionsOf } from './adjudication'
import { type Asked, settingOf } from './agreement-setting'
import { cancelled } from './cancelled'
import type { Catalogue } from './catalogue'
import type { Documents } from './documents'
import type { LongTask, LongTasks } from './long-tasks'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'
import { type SurveyedDocument, surveyedDocument } from './surveyed-text'

/** So many documents are handed to a thread at a time: few enough that handing them over holds nobody up. */
const LOT = 25

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
    try {
      const gathered = await this.#gather(asked.documents, task)
      if (!gathered.ok) return gathered
      const { documents, troubles } = gathered.value
      const setting = settingOf(asked, documents, this.#catalogue.codebook)
      if (!setting.ok) return setting
      const survey = await this.#workOut(documents, setting.value, task)
      return survey.ok ? ok({ survey: survey.value, documents, setting: setting.value, troubles }) : survey
    } finally {
      task.end()
    }
  }

  async #gather(
    ids: readonly string[],
    task: LongTask,
  ): Promise<Outcome<{ readonly documents: SurveyedDocument[]; readonly troubles: string[] }>> {
    const named = ids.length > 0
    const entries = named ? this.#catalogue.find(ids) : ok(this.#catalogue.listed())
    if (!entries.ok) return entries
    let done = 0
    const gathered = await sideBySide(entries.value, 4, async (entry) => {
      const outcome = task.signal.aborted ? cancelled : await this.#look(entry)
      task.progress(++done, 2 * entries.value.length)
      return { entry, outcome }
    })
    if (task.signal.aborted) return cancelled
    const missed = gathered.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome]))
    const documents = gathered.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
    if (missed[0] && (named || documents.length === 0)) return missed[0]
    if (documents.length === 0) return refuse('missing', 'There is no article to compare annotations of.')
    const troubles = gathered.flatMap(({ entry, outcome }) =>
      outcome.ok ? [] : [`“${entry.title}” is left out: ${outcome.refusal.message}`],
    )
    return ok({ documents, troubles })
  }

  async #look({ id }: IndexEntry): Promise<Outcome<SurveyedDocument>> {
    const looked = await this.#documents.look(id)
    return looked.ok ? ok(surveyedDocument(looked.value)) : looked
  }

  /** Lots of documents go to as many threads as there are; the figures are then worked out of what came of them. */
  async #workOut(
    documents: readonly SurveyedDocument[],
    setting: SurveySetting,
    task: LongTask,
  ): Promise<Outcome<Survey>> {
    const { signal } = task
    const size = isLong(setting) ? 1 : LOT
    const texts = documents.map(({ surveyed }) => withReadingsOf(surveyed, setting))
    const lots = Array.from({ length: Math.ceil(texts.length / size) }, (_, k) =>
      texts.slice(k * size, (k + 1) * size),
    )
    let done = texts.length
    let refused: Outcome<Tallied> | undefined
    const tallied = await sideBySide(lots, 4, async (lot) => {
      if (refused) return refused
      const outcome = await this.#ports.runTask('agreement.tally', { texts: lot, setting }, { signal })
      if (!outcome.ok) refused = outcome
      task.progress((done += lot.length), 2 * texts.length)
      return outcome
    })
    const taken: Tallied[] = []
    for (const outcome of tallied) {
      if (!outcome.ok) return outcome
      taken.push(outcome.value)
    }
    return this.#ports.runTask('agreement.survey', { lots: taken, setting }, { signal })
  }
}

const withReadingsOf = (surveyed: SurveyedText, { annotators }: SurveySetting): SurveyedText => {
  const known = new Set(annotators.map(({ id }) => id))
  const { text } = surveyed
  return {
    ...surveyed,
    text: { ...text, readings: text.readings.filter(({ annotator }) => known.has(annotator)) },
  }
}
