import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Params } from '../../src/api/contract'
import type { Client } from '../../src/api/wire'
import type { Refusal } from '../../src/base/outcome'
import { Scope } from '../../src/base/scope'
import type { Person } from '../../src/core/annotation/set'
import type { Survey } from '../../src/core/agreement/survey-result'
import { type WhatIf, asItIs } from '../../src/core/agreement/what-if'
import type { Author } from '../../src/core/change/edits'
import { counted } from '../ui/amounts'
import type { OpenArticle } from './open-article'
import type { CaseFilter } from './reviewing'
import type { StatusLine } from './status'

export type AgreementScope = 'open' | 'all'

/** What of a session is needed to ask how far annotators agree. */
export interface AgreementIn {
  readonly article: OpenArticle | undefined
  readonly client: Client
  readonly author: Pick<Author, 'newId'>
  readonly status: StatusLine
}

/** Of what agreement is looked at; kept for when it is looked at again. */
export interface AgreementChoices {
  readonly scope: AgreementScope
  readonly whatIf: WhatIf
  /** Id of the measure that is looked at. */
  readonly measure: string | undefined
  /** Everybody who could be compared, those who are left out among them. */
  readonly people: readonly Pick<Person, 'id' | 'name'>[]
}

/** Differences that stand behind a figure: where two annotators differ, and which of their cases are meant. */
export interface DifferencesBehind {
  readonly name: string
  readonly places: readonly {
    readonly document: string
    readonly annotators: readonly string[]
    readonly count: number
  }[]
  readonly filter: CaseFilter
}

/** What is being worked out, as its host tells it; `of` is 0 until it does. */
interface Working {
  readonly task: string
  readonly gamma: boolean
  readonly done: number
  readonly of: number
}

export interface AgreementView extends AgreementChoices {
  /** What came of it; that of before while it is worked out anew. */
  readonly survey: Survey | undefined
  /** Sentences about documents that could not be read. */
  readonly troubles: readonly string[]
  readonly refusal: Refusal | undefined
  readonly working: Working | undefined
  /** Whether something was annotated since it was worked out. */
  readonly outdated: boolean
  /** The differences of which one document is to be chosen, while that panel is open. */
  readonly behind: DifferencesBehind | undefined
}

/** The one measure that is only worked out when it is asked for. */
export const GAMMA = 'gamma'

/** How far annotators agree, asked of the host, and asked again when something else is supposed. */
export class Agreement {
  readonly view: StoreApi<AgreementView>
  readonly #session: AgreementIn
  readonly #scope = new Scope()
  /** What the survey that is shown was asked with. */
  #shown: Pick<AgreementChoices, 'scope' | 'whatIf'> | undefined
  /** Counts what was asked: only the latest may answer. */
  #turn = 0

  constructor(session: AgreementIn, choices: AgreementChoices | undefined) {
    this.#session = session
    const scope = session.article ? (choices?.scope ?? 'all') : 'all'
    // One article has other annotators than the next: nobody is left out of them yet.
    const same = scope === 'all' && choices?.scope === 'all'
    const whatIf = choices?.whatIf ?? asItIs
    this.view = createStore<AgreementView>(() => ({
      scope,
      whatIf: same ? whatIf : { ...whatIf, leaveOut: [] },
      measure: choices?.measure,
      people: same ? choices.people : [],
      survey: undefined,
      troubles: [],
      refusal: undefined,
      working: undefined,
      outdated: false,
      behind: undefined,
    }))
    this.#scope.add(
      session.client.on('task.progress', ({ task, done, of }) => {
        const { working } = this.view.getState()
        if (working?.task === task) this.view.setState({ working: { ...working, done, of } })
      }),
    )
    this.#scope.add(
      session.client.on('article.edited', () => {
        if (this.view.getState().survey) this.view.setState({ outdated: true })
      }),
    )
  }

  get choices(): AgreementChoices {
    const { scope, whatIf, measure, people } = this.view.getState()
    return { scope, whatIf, measure, people }
  }

  choose(measure: string): void {
    this.view.setState({ measure })
  }

  async lookAt(scope: AgreementScope): Promise<void> {
    const { whatIf } = this.view.getState()
    this.view.setState({ scope, people: [], survey: undefined, whatIf: { ...whatIf, leaveOut: [] } })
    await this.ask()
  }

  async suppose(what: Partial<WhatIf>): Promise<void> {
    this.view.setState(({ whatIf }) => ({ whatIf: { ...whatIf, ...what } }))
    await this.ask()
  }

  /** Works out all measures but γ. */
  async ask(): Promise<void> {
    const { scope, whatIf } = this.view.getState()
    const answer = await this.#send({ gamma: false })
    if (!answer) return
    if (!answer.ok) return this.view.setState({ refusal: answer.refusal, survey: undefined, outdated: false })
    const { survey, troubles } = answer.value
    this.#shown = { scope, whatIf }
    this.view.setState(({ people, measure }) => ({
      survey,
      troubles,
      people: joined(people, survey.annotators),
      measure: measure ?? (survey.measures.find(({ recommended }) => recommended) ?? survey.measures[0])?.id,
      outdated: false,
    }))
    const { annotators, texts } = survey
    this.#session.status.say(
      `Agreement of ${counted(annotators.length, 'annotator')} in ${counted(texts, 'article')}`,
    )
  }

  /** Works out γ, too, which takes much longer than all others. */
  async askGamma(): Promise<void> {
    const answer = await this.#send({ gamma: true })
    if (!answer) return
    if (!answer.ok) return this.#session.status.warn(answer.refusal.message)
    const { measures, gamma } = answer.value.survey
    this.view.setState(({ survey }) => ({
      survey: survey && {
        ...survey,
        measures: [...survey.measures.filter(({ id }) => id !== GAMMA), ...measures],
        ...(gamma ? { gamma } : {}),
      },
    }))
    this.#session.status.say('γ is worked out')
  }

  /** Gives up what is being worked out; what is shown, and what it supposes, is as before. */
  stop(): void {
    const { working, survey } = this.view.getState()
    if (!working) return
    this.#cancel()
    this.view.setState(
      survey ? { ...this.#shown, working: undefined } : { refusal: STOPPED, working: undefined },
    )
    this.#session.status.say('Stopped')
  }

  close(): void {
    this.#cancel()
    this.#scope.close()
  }

  /** Undefined when something else was asked, or nothing is to be known any more, before it was answered. */
  async #send({ gamma }: { readonly gamma: boolean }) {
    this.#cancel()
    const turn = this.#turn
    const task = this.#session.author.newId('task')
    this.view.setState({ working: { task, gamma, done: 0, of: 0 }, refusal: undefined })
    await this.#session.article?.whenSaved()
    if (turn !== this.#turn) return undefined
    const answer = await this.#session.client.send('agreement.survey', {
      ...this.#params(),
      ...(gamma ? { measures: [GAMMA] } : {}),
      task,
    })
    if (turn !== this.#turn) return undefined
    this.view.setState({ working: undefined })
    return answer
  }

  #params(): Params<'agreement.survey'> {
    const { scope, whatIf } = this.view.getState()
    const { article } = this.#session
    return { documents: scope === 'open' && article ? [article.article.id] : [], whatIf }
  }

  #cancel(): void {
    this.#turn++
    const { working } = this.view.getState()
    if (working) void this.#session.client.send('task.cancel', { task: working.task })
  }

  /** The same as a file for others to read, under the id of a task. */
  report(format: 'html' | 'markdown', task: string) {
    const measures = this.view.getState().survey?.measures.map(({ id }) => id) ?? []
    return this.#session.client.send('agreement.report', {
      ...this.#params(),
      // All that are shown, γ among them when it has been worked out.
      ...(measures.length > 0 ? { measures } : {}),
      format,
      task,
    })
  }
}

const STOPPED: Refusal = { code: 'cancelled', message: 'Stopped before it was worked out.' }

/** Those who are known, with their names of now, and whoever is new. */
const joined = (known: AgreementView['people'], told: Survey['annotators']): Pick<Person, 'id' | 'name'>[] =>
  [...new Map([...known, ...told].map(({ id, name }) => [id, { id, name }])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )
