import { basename, dirname } from 'node:path'
import type { Files, OpenFile } from '../files'

type Entries = ReadonlyMap<string, Node>
/** What is written and what is sure to stay. */
interface FileNode {
  readonly kind: 'file'
  content: Buffer
  synced: Buffer
}
/** The names in it: first those that are sure to stay, then after each change since. */
interface FolderNode {
  readonly kind: 'folder'
  history: Entries[]
}
type Node = FileNode | FolderNode

/** A number from 0 to below 1. */
type Random = () => number

const fault = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall })

/**
 * A disk in memory that keeps what was synced and anything between that and what was written since: of names, the
 * changes up to any of them; of a file, a part of what is new, with or without zeros in place of the rest. The power
 * is cut after `operations` changes: from then on everything throws.
 */
export class PowerCutDisk implements Files {
  readonly #root: FolderNode
  #left: number

  constructor(operations = Number.POSITIVE_INFINITY, root: FolderNode = folderOf(new Map())) {
    this.#root = root
    this.#left = operations
  }

  get isOff(): boolean {
    return this.#left <= 0
  }

  /** The same disk, which will be off after so many more changes. */
  lasting(operations: number): PowerCutDisk {
    return new PowerCutDisk(operations, this.#root)
  }

  /** The disk as it may be found when the power is back. */
  restored(random: Random): PowerCutDisk {
    const copies = new Map<Node, Node>()
    const restore = (node: Node): Node => {
      const copy =
        copies.get(node) ?? (node.kind === 'file' ? restoredFile(node, random) : restoredFolder(node))
      copies.set(node, copy)
      return copy
    }
    const restoredFolder = ({ history }: FolderNode): FolderNode => {
      const kept = history[Math.floor(random() * history.length)]!
      return folderOf(new Map([...kept].map(([name, node]) => [name, restore(node)])))
    }
    return new PowerCutDisk(Number.POSITIVE_INFINITY, restoredFolder(this.#root))
  }

  open = async (path: string, how: 'read' | 'change' | 'new'): Promise<OpenFile> => {
    const found = this.#find(path)
    if (how === 'new') {
      if (found) throw fault('EEXIST', 'open')
      const file: FileNode = { kind: 'file', content: Buffer.alloc(0), synced: Buffer.alloc(0) }
      this.#change(path, (entries, name) => entries.set(name, file))
      return this.#handle(file)
    }
    if (found?.kind !== 'file') throw fault('ENOENT', 'open')
    return this.#handle(found)
  }

  kindOf = async (path: string): Promise<'file' | 'folder' | undefined> => this.#find(path)?.kind

  sizeOf = async (path: string): Promise<number | undefined> => {
    const found = this.#find(path)
    return found && (found.kind === 'file' ? found.content.length : 0)
  }

  list = async (folder: string): Promise<string[]> => [...now(this.#folder(folder)).keys()].toSorted()

  makeFolder = async (path: string): Promise<void> =>
    this.#change(path, (entries, name) => entries.set(name, folderOf(new Map())))

  rename = async (from: string, to: string): Promise<void> => {
    const node = this.#find(from)
    if (!node) throw fault('ENOENT', 'rename')
    if (dirname(from) !== dirname(to)) throw new Error('this disk renames within a folder only')
    // Two names of one file: nothing happens, as POSIX has it.
    if (this.#find(to) === node) return
    this.#change(to, (entries, name) => entries.set(name, node).delete(basename(from)))
  }

  link = async (from: string, to: string): Promise<void> => {
    const node = this.#find(from)
    if (!node) throw fault('ENOENT', 'link')
    if (this.#find(to)) throw fault('EEXIST', 'link')
    this.#change(to, (entries, name) => entries.set(name, node))
  }

  remove = async (path: string): Promise<void> => {
    if (this.#find(path)) this.#change(path, (entries, name) => entries.delete(name))
  }

  syncFolder = async (path: string): Promise<void> => {
    this.#spend()
    const folder = this.#folder(path)
    folder.history = [now(folder)]
  }

  #handle(file: FileNode): OpenFile {
    return {
      read: async (position, length) => file.content.subarray(position, position + length),
      write: async (bytes, position) => {
        this.#spend()
        const content = Buffer.alloc(Math.max(file.content.length, position + bytes.length))
        file.content.copy(content)
        content.set(bytes, position)
        file.content = content
      },
      truncate: async (size) => {
        this.#spend()
        file.content = Buffer.from(file.content.subarray(0, size))
      },
      sync: async () => {
        this.#spend()
        file.synced = file.content
      },
      state: async () => ({ size: file.content.length, linked: true }),
      close: async () => undefined,
    }
  }

  #spend(): void {
    if (this.#left-- <= 0) throw new Error('the power is off')
  }

  #change(path: string, task: (entries: Map<string, Node>, name: string) => unknown): void {
    this.#spend()
    const folder = this.#folder(dirname(path))
    const entries = new Map(now(folder))
    task(entries, basename(path))
    folder.history.push(entries)
  }

  #folder(path: string): FolderNode {
    const found = this.#find(path)
    if (found?.kind !== 'folder') throw fault('ENOENT', 'scandir')
    return found
  }

  #find(path: string): Node | undefined {
    const parent = dirname(path)
    if (parent === path) return this.#root
    const folder = this.#find(parent)
    return folder?.kind === 'folder' ? now(folder).get(basename(path)) : undefined
  }
}

const folderOf = (entries: Entries): FolderNode => ({ kind: 'folder', history: [entries] })
const now = ({ history }: FolderNode): Entries => history.at(-1)!

function restoredFile({ content, synced }: FileNode, random: Random): FileNode {
  const choice = random()
  let kept = choice < 0.25 ? synced : content
  if (choice > 0.5) {
    let same = 0
    while (same < content.length && content[same] === synced[same]) same++
    const part = content.subarray(0, same + Math.floor(random() * (content.length - same + 1)))
    kept = choice < 0.75 ? part : Buffer.concat([part, Buffer.alloc(content.length - part.length)])
  }
  return { kind: 'file', content: kept, synced: kept }
}
