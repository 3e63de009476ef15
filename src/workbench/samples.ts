import type { Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { Queue } from '../base/queue'
import { canonical } from '../core/document/text'
import type { Catalogue } from './catalogue'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

type Offered = Reply<'workspace.open'>['samples'][number]

export interface Sample {
  /** What a window is told of it. */
  readonly offered: Offered
  /** SHA-256 of its text. */
  readonly hash: string
  /** Ids of those whose annotation sets it brings. */
  readonly people: readonly string[]
}

/** Whether a sample is an article with annotation sets, and not an article alone. */
export const bringsSets = (name: string): boolean => /\.assay\.json$/i.test(name)

/** The articles that a first start offers. They are read once, when first asked for. */
export class Samples {
  /** Of one sample, one is added at a time: whoever asks twice finds it here. */
  readonly adding = new Queue()
  readonly #ports: Pick<Ports, 'samples' | 'runTask' | 'sha256' | 'log'>
  readonly #catalogue: Catalogue
  #read: Promise<readonly Sample[]> | undefined

  constructor(ports: Pick<Ports, 'samples' | 'runTask' | 'sha256' | 'log'>, catalogue: Catalogue) {
    this.#ports = ports
    this.#catalogue = catalogue
  }

  /** Those that are not in the list of documents. */
  async offered(): Promise<Reply<'workspace.open'>['samples']> {
    const samples = await this.#all()
    const listed = new Set(this.#catalogue.listed().map(({ hash }) => hash))
    return samples.filter(({ hash }) => !listed.has(hash)).map(({ offered }) => offered)
  }

  /** The sample of this name, if it can be read. */
  async called(name: string): Promise<Sample | undefined> {
    return (await this.#all()).find(({ offered }) => offered.name === name)
  }

  #all(): Promise<readonly Sample[]> {
    return (this.#read ??= this.#readAll())
  }

  async #readAll(): Promise<readonly Sample[]> {
    const names = await this.#ports.samples.list()
    return (await sideBySide(names, 4, (name) => this.#readOne(name))).flat()
  }

  /** One sample in a list, or none: a first start goes on without the one that cannot be read. */
  async #readOne(name: string): Promise<Sample[]> {
    const bytes = await this.#ports.samples.read(name)
    const read =
      bytes && (bringsSets(name) ? await this.#withSets(name, bytes) : await this.#article(name, bytes))
    if (read?.ok) return [read.value]
    const why = read?.refusal.message ?? 'it is gone'
    this.#ports.log(new Error(`The sample ${name} is not offered: ${why}`))
    return []
  }

  async #article(name: string, bytes: Uint8Array): Promise<Outcome<Sample>> {
    const read = await this.#ports.runTask('article.read', { name, bytes })
    if (!read.ok) return read
    const { reading, hash } = read.value
    const offered = { name, title: reading.title, length: reading.text.length }
    return ok({ offered, hash, people: [] })
  }

  async #withSets(name: string, bytes: Uint8Array): Promise<Outcome<Sample>> {
    const read = await this.#ports.runTask('sets.read', { files: [{ name, bytes }], format: 'assay-json' })
    if (!read.ok) return read
    const [document] = read.value.documents
    if (document?.text === undefined) return refuse('unreadable', `“${name}” holds no article.`)
    const { text } = canonical(document.text)
    const people = [...new Set(document.annotators.map(({ id }) => id))]
    const offered = { name, title: document.name, length: text.length, annotators: people.length }
    return ok({ offered, hash: this.#ports.sha256(text), people })
  }
}
