import { type Command, commandsFor } from '../../src/api/commands'
import type { Preferences } from '../../src/core/preferences'
import { addClipboard, addFiles, removeDocument, restoreDocument } from './importing'
import type { Pane, Session } from './session'
import { cyclePick, pickNeighbour, redo, removePicked, tagSelection, undo } from './tagging'

/** A command with what it does here and now. */
export interface LiveCommand extends Command {
  readonly enabled: boolean
  run(): void
}

/** Every command of the window as things stand: names that tell what undo would undo, and whether it can be done. */
export function liveCommands(session: Session): LiveCommand[] {
  const actions = actionsOf(session)
  return commandsFor(session.workspace.codebook).map((command) => {
    const action = actions.get(command.id)
    if (!action) throw new Error(`no action for the command ${command.id}`)
    return {
      ...command,
      name: action.name ?? command.name,
      enabled: action.enabled ?? true,
      run: action.run,
    }
  })
}

interface Action {
  readonly run: () => void
  readonly name?: string
  readonly enabled?: boolean
}

function actionsOf(session: Session): Map<string, Action> {
  return new Map<string, Action>([
    ...fileActions(session),
    ...editActions(session),
    ...session.workspace.codebook.tags.map((tag): [string, Action] => [
      `tag.${tag.id}`,
      { run: () => tagSelection(session, tag), enabled: session.article !== undefined },
    ]),
    ...annotationActions(session),
    ...viewActions(session),
  ])
}

function fileActions(session: Session): [string, Action][] {
  const { article } = session
  const extensions = session.workspace.readers.flatMap((reader) => reader.extensions)
  return [
    [
      'library.open',
      { run: () => void session.platform.pickFiles(extensions).then((files) => addFiles(session, files)) },
    ],
    ['library.paste', { run: () => void addClipboard(session) }],
    [
      'library.remove',
      {
        run: () => article && void removeDocument(session, article.article.id),
        enabled: article !== undefined,
      },
    ],
    ['sets.export', { run: () => session.show('export') }],
  ]
}

function editActions(session: Session): [string, Action][] {
  const timeline = session.article?.view.getState().timeline
  const { lastRemoved } = session.library.view.getState()
  const last = timeline?.undo.at(-1)
  const next = timeline?.redo.at(-1)
  const undoing: Action = lastRemoved
    ? { name: 'Undo Remove article from the list', run: () => void restoreDocument(session) }
    : {
        ...(last ? { name: `Undo ${last.name}` } : {}),
        enabled: last !== undefined,
        run: () => undo(session),
      }
  return [
    ['edit.undo', undoing],
    [
      'edit.redo',
      {
        ...(next ? { name: `Redo ${next.name}` } : {}),
        enabled: next !== undefined,
        run: () => redo(session),
      },
    ],
  ]
}

function annotationActions(session: Session): [string, Action][] {
  const enabled = session.article !== undefined
  const picked = session.picked !== undefined
  return [
    ['annotation.note', { run: () => note(session), enabled }],
    ['annotation.remove', { run: () => removePicked(session), enabled }],
    ['annotation.cycle', { run: () => cyclePick(session), enabled }],
    ['annotation.next', { run: () => pickNeighbour(session, 1), enabled }],
    ['annotation.previous', { run: () => pickNeighbour(session, -1), enabled }],
    ['annotation.unpick', { run: () => session.pick(undefined), enabled: picked }],
  ]
}

function note(session: Session): void {
  if (!session.picked) return session.status.hint('Pick an annotation first: click it, or press O')
  session.preferences.set({ annotationsShown: true })
  session.focus.emit('note')
}

function viewActions(session: Session): [string, Action][] {
  const { preferences } = session
  const now = (): Preferences => preferences.view.getState()
  const go = (pane: Pane): Action => ({ run: () => goTo(session, pane) })
  return [
    ['view.palette', { run: () => session.show('palette') }],
    ['view.search', go('search')],
    ['view.documents', go('documents')],
    ['view.article', go('article')],
    ['view.annotations', go('annotations')],
    ['view.nextPane', { run: () => session.focus.emit('next') }],
    ['view.previousPane', { run: () => session.focus.emit('previous') }],
    ['view.toggleDocuments', { run: () => preferences.set({ libraryShown: !now().libraryShown }) }],
    ['view.toggleAnnotations', { run: () => preferences.set({ annotationsShown: !now().annotationsShown }) }],
    ['view.larger', { run: () => preferences.set({ textSize: Math.min(32, now().textSize + 1) }) }],
    ['view.smaller', { run: () => preferences.set({ textSize: Math.max(12, now().textSize - 1) }) }],
    ['view.theme', { run: () => preferences.set({ theme: NEXT_THEME[now().theme] }) }],
    ['help.keys', { run: () => session.show('keys') }],
    ['help.person', { run: () => session.show('person') }],
  ]
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const

function goTo(session: Session, pane: Pane): void {
  if (pane === 'documents' || pane === 'search') session.preferences.set({ libraryShown: true })
  if (pane === 'annotations') session.preferences.set({ annotationsShown: true })
  session.focus.emit(pane)
}
