import { readdir } from 'node:fs/promises'
import type { Handlers } from '../api/wire'
import { type Outcome, refuse } from '../base/outcome'
import type { DocumentSummary } from '../core/library'
import { openWorkbench } from '../hosts/workspace'
import type { WorkspaceStore } from '../store/store'
import type { Io } from './command'

/** An open workspace, as commands see it. */
export interface OpenWorkspace {
  readonly handlers: Handlers
  readonly store: WorkspaceStore
  /** The list of documents, counted. */
  readonly documents: readonly DocumentSummary[]
  /** What is wrong with those documents that cannot be opened, as far as is known by now. */
  readonly troubles: () => string[]
}

export interface Opening {
  readonly folder: string
  /** Whether to make a workspace when there is none; to read from one that is not there is a mistake. */
  readonly create: boolean
  readonly io: Io
}

/** Does something in a workspace, and closes it whatever happens. */
export async function inWorkspace<T>(
  { folder, create, io }: Opening,
  task: (workspace: OpenWorkspace) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!create && (await isEmpty(folder)))
    return refuse(
      'missing',
      `There is no workspace in “${folder}”. Name another folder with --workspace, or import an article.`,
    )
  const opened = await openWorkbench({
    kind: 'browser',
    folder,
    log: (error) => io.log(error),
    ...(io.built ? { built: io.built } : {}),
  })
  if (!opened.ok) return opened
  const { workbench, store, close } = opened.value
  try {
    await workbench.counted
    for (const warning of store.warnings ?? []) io.err(`${warning}\n`)
    return await task({
      handlers: workbench.handlers,
      store,
      documents: workbench.documents(),
      troubles: () =>
        workbench
          .documents()
          .flatMap(({ title, trouble }) => (trouble === undefined ? [] : [`“${title}”: ${trouble}`])),
    })
  } finally {
    await close()
  }
}

const isEmpty = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).length === 0
