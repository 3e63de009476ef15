import type { Survey } from '../../core/agreement/survey-result'
import type { Person } from '../../core/annotation/set'
import type { Codebook } from '../../core/codebook/codebook'
import type { Decision, SettlementRule } from '../../core/review/verdict'

/** Everything that a report of methods is made of. */
export interface Methods {
  readonly survey: Survey
  /** The annotators, those who are left out among them. */
  readonly people: readonly Person[]
  readonly codebook: Codebook
  /** The versions of the codebook under which the annotations were made, the oldest first. */
  readonly versions: readonly number[]
  readonly adjudication: Adjudication
  /** When the report is made, ISO 8601 in UTC. */
  readonly at: string
  /** Of Assay. */
  readonly version: string
  /** Sentences about documents that are left out. */
  readonly troubles: readonly string[]
}

/** How many verdicts there are on annotations and links. */
export interface Adjudication {
  readonly byRule: Readonly<Record<SettlementRule, number>>
  readonly byHand: readonly {
    readonly name: string
    readonly decisions: Readonly<Record<Decision, number>>
  }[]
}

/** A part of the report, in plain words: what makes HTML or Markdown of it escapes them. */
export type Block =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      /** The first column names the rows. */
      readonly heads: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Whether the cells after the first are figures rather than words. */
      readonly figures: boolean
    }

export const heading = (words: string): Block => ({ kind: 'heading', words })
export const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })

export const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  figures = true,
): Block => ({ kind: 'table', caption, heads, rows, figures })

/** How annotators, tags and documents of a survey are called. */
export class Names {
  readonly #people: ReadonlyMap<string, string>
  readonly #tags: ReadonlyMap<string, string>
  readonly #documents: ReadonlyMap<string, string>

  constructor({ survey, people, codebook }: Pick<Methods, 'survey' | 'people' | 'codebook'>) {
    this.#people = new Map(people.map(({ id, name }) => [id, name]))
    this.#tags = new Map(codebook.tags.map(({ id, name }) => [id, name]))
    this.#documents = new Map(survey.documents.map(({ id, title }) => [id, title]))
  }

  person(id: string): string {
    return this.#people.get(id) ?? id
  }

  tag(id: string | null): string {
    return id === null ? 'nothing' : (this.#tags.get(id) ?? id)
  }

  document(id: string): string {
    return this.#documents.get(id) ?? id
  }

  pair({ first, second }: { readonly first: string; readonly second: string }): string {
    return `${this.person(first)} – ${this.person(second)}`
  }
}

export const TITLE = 'Agreement between annotators'
