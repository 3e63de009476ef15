import type { Reply } from '../api/contract'
import type { Catalogue } from './catalogue'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

type Sample = Reply<'workspace.open'>['samples'][number] & { readonly hash: string }

/** The articles that a first start offers. They are read once, when first asked for. */
export class Samples {
  readonly #ports: Pick<Ports, 'samples' | 'runTask' | 'log'>
  readonly #catalogue: Catalogue
  #read: Promise<readonly Sample[]> | undefined

  constructor(ports: Pick<Ports, 'samples' | 'runTask' | 'log'>, catalogue: Catalogue) {
    this.#ports = ports
    this.#catalogue = catalogue
  }

  /** Those that are not in the list of documents. */
  async offered(): Promise<Reply<'workspace.open'>['samples']> {
    const samples = await (this.#read ??= this.#readAll())
    const listed = new Set(this.#catalogue.listed().map(({ hash }) => hash))
    return samples
      .filter(({ hash }) => !listed.has(hash))
      .map(({ name, title, length }) => ({ name, title, length }))
  }

  async #readAll(): Promise<readonly Sample[]> {
    const names = await this.#ports.samples.list()
    return (await sideBySide(names, 4, (name) => this.#readOne(name))).flat()
  }

  /** One sample in a list, or none: a first start goes on without the one that cannot be read. */
  async #readOne(name: string): Promise<Sample[]> {
    const bytes = await this.#ports.samples.read(name)
    const read = bytes && (await this.#ports.runTask('article.read', { name, bytes }))
    if (!read?.ok) {
      this.#ports.log(
        new Error(`The sample ${name} is not offered: ${read?.refusal.message ?? 'it is gone'}`),
      )
      return []
    }
    const { reading, hash } = read.value
    return [{ name, title: reading.title, length: reading.text.length, hash }]
  }
}
