import { hostname, userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Handlers, Subscribe } from '../api/wire'
import { type Outcome, ok } from '../base/outcome'
import { openWorkspace } from '../store/disk-store'
import type { WorkspaceStore } from '../store/store'
import { type Workbench, createWorkbench } from '../workbench/workbench'
import { readArticleFile } from './article-files'
import { type Built, findBuilt } from './built'
import { newId } from './ids'
import { samplesIn } from './samples'
import { sha256 } from './sha256'
import { TaskPool } from './tasks'

export interface Opening {
  readonly kind: 'electron' | 'browser'
  /** The workspace's folder; it is made when there is none. */
  readonly folder: string
  readonly log: (error: unknown) => void
  /** Where the other parts of the built app are; found when not given. */
  readonly built?: Built
}

/** A workbench on a workspace of this machine's disk. */
export interface OpenWorkbench {
  readonly workbench: Workbench
  readonly store: WorkspaceStore
  /** Finishes what is under way, writes the snapshots and gives the workspace free. */
  readonly close: () => Promise<void>
}

/** Opens a workspace and starts a workbench on it; refuses when another host has it open, or the disk will not. */
export async function openWorkbench({
  kind,
  folder,
  log,
  built = findBuilt(),
}: Opening): Promise<Outcome<OpenWorkbench>> {
  const opened = await openWorkspace(folder, {
    now,
    newId,
    hostName: hostname(),
    pid: process.pid,
    person: { id: newId('person'), name: personName() },
  })
  if (!opened.ok) return opened
  const store = opened.value
  const tasks = new TaskPool({ entry: built.worker, log })
  const workbench = createWorkbench({
    store,
    runTask: tasks.run,
    now,
    later,
    newId,
    sha256,
    log,
    samples: samplesIn(built.seeds),
    host: { kind, version: built.version, platform: process.platform },
    name: basename(folder),
  })
  const close = async (): Promise<void> => {
    try {
      await workbench.close()
    } finally {
      await tasks.close()
    }
  }
  return ok({ workbench, store, close })
}

/** What a host with windows runs. */
export interface Started {
  readonly handlers: Handlers
  readonly subscribe: Subscribe
  /** Adds articles from files on this machine and asks the windows to show the first. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>
  /** Finishes what is under way, writes the snapshots and gives the workspace free. */
  readonly close: () => Promise<void>
}

/** Opens a workspace for windows: files by their paths, events by name, and what a first window needs read ahead. */
export async function startWorkbench(opening: Opening): Promise<Outcome<Started>> {
  const opened = await openWorkbench(opening)
  if (!opened.ok) return opened
  const { workbench, close } = opened.value
  workbench.warm()
  return ok({
    handlers: workbench.handlers,
    subscribe: (listener) => workbench.events.subscribe(({ event, payload }) => listener(event, payload)),
    openFiles: (paths) => openFiles(workbench, paths),
    close,
  })
}

async function openFiles(workbench: Workbench, paths: readonly string[]): Promise<void> {
  const read = await Promise.all(paths.map((path) => readArticleFile(path)))
  const files = read.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  const troubles = read.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.message]))
  await workbench.openFiles(files, troubles)
}

const now = (): string => new Date().toISOString()

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The name of whose account this is; a person can change it. */
function personName(): string {
  try {
    return userInfo().username || NAMELESS
  } catch {
    // An account without an entry among the system's users, as in some containers.
    return NAMELESS
  }
}

const NAMELESS = 'Analyst'
