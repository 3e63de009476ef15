import type { Outcome } from '../base/outcome'
import { type SurveySetting, type SurveyedText, isLong } from '../core/agreement/survey-plan'
import type { Survey } from '../core/agreement/survey-result'
import type { Tallied } from '../core/agreement/survey-tallies'
import { type Terms, holdsFor, settingOfLot } from './agreement-setting'
import type { Ports } from './ports'
import type { SurveyedDocument } from './surveyed-text'

/** So many documents are handed to a thread at a time: few enough that handing them over holds nobody up. */
const LOT = 25

interface Lot {
  readonly documents: readonly SurveyedDocument[]
  readonly setting: SurveySetting
  readonly tallied: Promise<Outcome<Tallied>>
}

/**
 * Has the documents of a survey worked on in lots while others are still being gathered. Who is asked is known only when
 * all are there; but what is taken of a document depends on those who read it and on nobody else, so that a lot is done
 * again only where more was found out about them.
 */
export class Tallying {
  readonly documents: SurveyedDocument[] = []
  readonly #ports: Pick<Ports, 'runTask'>
  readonly #terms: Terms
  readonly #signal: AbortSignal
  readonly #progress: (done: number) => void
  readonly #lots: Lot[] = []
  readonly #size: number
  #waiting: SurveyedDocument[] = []
  #done = 0

  /** `progress` is told of every document twice: when it is there, and when it is worked on. */
  constructor(
    ports: Pick<Ports, 'runTask'>,
    terms: Terms,
    signal: AbortSignal,
    progress: (done: number) => void,
  ) {
    this.#ports = ports
    this.#terms = terms
    this.#signal = signal
    this.#progress = progress
    this.#size = isLong({ measures: terms.asked.measures ?? [] }) ? 1 : LOT
  }

  add(document: SurveyedDocument): void {
    this.documents.push(document)
    this.#waiting.push(document)
    this.#step(1)
    if (this.#waiting.length >= this.#size) this.#hand()
  }

  /** A document that is left out is done. */
  skip(): void {
    this.#step(2)
  }

  /** The survey of all, once they are there. */
  async survey(setting: SurveySetting): Promise<Outcome<Survey>> {
    this.#hand()
    const taken: Tallied[] = []
    for (const lot of this.#lots) {
      const good = holdsFor(setting, lot.setting, lot.documents)
      const tallied = await (good ? lot.tallied : this.#run(lot.documents, setting))
      if (!tallied.ok) return tallied
      taken.push(tallied.value)
    }
    return this.#ports.runTask('agreement.survey', { lots: taken, setting }, { signal: this.#signal })
  }

  #hand(): void {
    const documents = this.#waiting
    this.#waiting = []
    const setting = documents.length > 0 ? settingOfLot(this.#terms, documents) : undefined
    if (!setting) return
    const tallied = this.#run(documents, setting).then((outcome) => {
      this.#step(documents.length)
      return outcome
    })
    // Nobody may come back for it, when the survey is refused; a bug is told to who does.
    tallied.catch(() => undefined)
    this.#lots.push({ documents, setting, tallied })
  }

  #run(documents: readonly SurveyedDocument[], setting: SurveySetting): Promise<Outcome<Tallied>> {
    const texts = documents.map(({ surveyed }) => withReadingsOf(surveyed, setting))
    return this.#ports.runTask('agreement.tally', { texts, setting }, { signal: this.#signal })
  }

  #step(documents: number): void {
    this.#done += documents
    if (!this.#signal.aborted) this.#progress(this.#done)
  }
}

function withReadingsOf(surveyed: SurveyedText, { annotators }: SurveySetting): SurveyedText {
  const known = new Set(annotators.map(({ id }) => id))
  const { text } = surveyed
  return {
    ...surveyed,
    text: { ...text, readings: text.readings.filter(({ annotator }) => known.has(annotator)) },
  }
}
