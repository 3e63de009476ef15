import type { Command } from '../../src/api/commands'
import { type Tag, offeredTags } from '../../src/core/codebook/codebook'
import type { Preferences } from '../../src/core/preferences'
import { addPiece, moveBoundary, removePiece, splitPicked } from './boundaries'
import { toggleCorrecting } from './correcting'
import { untagEverywhere } from './everywhere'
import { findNeighbour, startFinding, startFindingEverywhere } from './start-finding'
import { shrinkPicked } from './growing'
import { addClipboard, addFiles, removeDocument, restoreDocument } from './importing'
import { adoptChosen, beginObjection, lookAtNextLetter, toggleInbox } from './inbox'
import { jumpTo } from './jumping'
import {
  decide,
  lookAtNeighbour,
  resumeReview,
  settleByRule,
  takeBack,
  toggleBlind,
  toggleReview,
  turnSide,
} from './judging'
import { knownCommands, pickFirst } from './known-commands'
import { holdsSomething, letGo, toggleLock } from './letting-go'
import { chooseCandidate, repeatLink, startLinking } from './linking'
import { toggleHistory } from './looking-back'
import { isOffered } from './modes'
import { chooseSets } from './importing-sets'
import { toggleAgreement } from './showing-agreement'
import type { Session } from './session'
import type { Pane } from './session-view'
import { cyclePick, pickNeighbour, redo, removePicked, tagSelection, undo } from './tagging'

/** A command with what it does here and now. */
export interface LiveCommand extends Command {
  readonly enabled: boolean
  run(): void
}

/** Every command of the window as things stand: names that tell what undo would undo, and whether it can be done. */
export function liveCommands(session: Session): LiveCommand[] {
  const actions = actionsOf(session)
  return knownCommands(session).commands.map((command) => withAction(session, command, actions))
}

/** One of them. */
export const liveCommand = (session: Session, command: Command): LiveCommand =>
  withAction(session, command, actionsOf(session))

/** Does a command if it can be done now; a command that there is not is none that can be done. */
export function runCommand(session: Session, id: string): void {
  const known = knownCommands(session).byId.get(id)
  const command = known && liveCommand(session, known)
  if (command?.enabled) command.run()
}

function withAction(session: Session, command: Command, actions: ReadonlyMap<string, Action>): LiveCommand {
  const action = actions.get(command.id)
  if (!action) throw new Error(`no action for the command ${command.id}`)
  const { mode, agreement } = session.view.getState()
  return {
    ...command,
    name: action.name ?? command.name,
    enabled: (action.enabled ?? true) && isOffered(command.id, agreement ? 'agreement' : mode),
    run: action.run,
  }
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
    ...offeredTags(session.codebook).flatMap((tag) => tagActions(session, tag)),
    ...annotationActions(session),
    ...spanActions(session),
    ...reviewActions(session),
    ...jumpActions(session),
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
    ['sets.import', { run: () => void chooseSets(session) }],
    ['sets.export', { run: () => session.show('export') }],
    ['codebook.show', { run: () => session.show('codebook') }],
  ]
}

function tagActions(session: Session, tag: Tag): [string, Action][] {
  const enabled = session.article !== undefined
  return [
    [`tag.${tag.id}`, { run: () => tagSelection(session, tag), enabled }],
    [`shrink.${tag.id}`, { run: () => shrinkPicked(session, tag), enabled }],
    [`lock.${tag.id}`, { run: () => toggleLock(session, tag), enabled }],
  ]
}

function editActions(session: Session): [string, Action][] {
  const article = session.article !== undefined
  const timeline = session.article?.view.getState().timeline
  const { lastRemoved, lastTagged } = session.library.view.getState()
  const last = timeline?.undo.at(-1)
  const undoable = session.typing.typed ? 'Correct the text' : last?.name
  const next = timeline?.redo.at(-1)
  const undoing: Action = lastRemoved
    ? { name: 'Undo Remove article from the list', run: () => void restoreDocument(session) }
    : lastTagged
      ? { name: 'Undo Tag in several articles', run: () => void untagEverywhere(session) }
      : {
          ...(undoable === undefined ? {} : { name: `Undo ${undoable}` }),
          enabled: session.typing.typed || (session.article?.undoable() ?? false),
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
    ['edit.history', { run: () => toggleHistory(session), enabled: article }],
    ['edit.correct', { run: () => toggleCorrecting(session), enabled: article }],
    ['find.article', { run: () => startFinding(session), enabled: article }],
    ['find.next', { run: () => findNeighbour(session, 1), enabled: article }],
    ['find.previous', { run: () => findNeighbour(session, -1), enabled: article }],
    ['find.library', { run: () => startFindingEverywhere(session) }],
  ]
}

function annotationActions(session: Session): [string, Action][] {
  const enabled = session.article !== undefined
  return [
    ['annotation.note', { run: () => chooseCandidate(session) || goToPicked(session, 'note'), enabled }],
    ['annotation.remove', { run: () => removePicked(session), enabled }],
    ['annotation.cycle', { run: () => cyclePick(session), enabled }],
    ['annotation.next', { run: () => pickNeighbour(session, 1), enabled }],
    ['annotation.previous', { run: () => pickNeighbour(session, -1), enabled }],
    ['annotation.nextAlike', { run: () => pickNeighbour(session, 1, { alike: true }), enabled }],
    ['annotation.previousAlike', { run: () => pickNeighbour(session, -1, { alike: true }), enabled }],
    ['annotation.find', { run: () => session.show('goto'), enabled }],
    ['annotation.comment', { run: () => goToPicked(session, 'comment'), enabled }],
    ['annotation.inspect', { run: () => goToPicked(session, 'attributes'), enabled }],
    ['annotation.unpick', { run: () => letGo(session), enabled: holdsSomething(session) }],
    ['tag.everywhere', { run: () => session.show('everywhere'), enabled }],
    ['link.start', { run: () => startLinking(session, 'link'), enabled }],
    ['link.repeat', { run: () => repeatLink(session), enabled }],
    ['annotation.merge', { run: () => startLinking(session, 'merge'), enabled }],
  ]
}

function spanActions(session: Session): [string, Action][] {
  const enabled = session.picked !== undefined
  // The caret may have left what was picked, to select what is to be added.
  const article = session.article !== undefined
  const moves = (['start', 'end'] as const).flatMap((edge) =>
    (['character', 'word', 'sentence'] as const).flatMap((unit): [string, Action][] => [
      [`${edge}.${unit}.later`, { run: () => moveBoundary(session, edge, unit, 1), enabled }],
      [`${edge}.${unit}.earlier`, { run: () => moveBoundary(session, edge, unit, -1), enabled }],
    ]),
  )
  return [
    ...moves,
    ['annotation.split', { run: () => splitPicked(session), enabled }],
    ['annotation.addPiece', { run: () => addPiece(session), enabled: article }],
    ['annotation.removePiece', { run: () => removePiece(session), enabled: article }],
  ]
}

function reviewActions(session: Session): [string, Action][] {
  const { mode, review, agreement } = session.view.getState()
  const enabled = mode === 'review'
  const mending = review !== undefined && mode === 'tag'
  return [
    [
      'review.start',
      {
        ...(review ? { name: 'Close the review' } : {}),
        run: () => toggleReview(session),
        enabled: session.article !== undefined,
      },
    ],
    ['review.accept', { run: () => decide(session, 'accept'), enabled }],
    ['review.reject', { run: () => decide(session, 'reject'), enabled }],
    ['review.fix', { run: () => decide(session, 'fix'), enabled }],
    ['review.discuss', { run: () => decide(session, 'discuss'), enabled }],
    ['review.skip', { run: () => lookAtNeighbour(session, 1), enabled }],
    ['review.previous', { run: () => lookAtNeighbour(session, -1), enabled }],
    ['review.takeBack', { run: () => takeBack(session), enabled }],
    ['review.nextSide', { run: () => turnSide(session, 1), enabled }],
    ['review.previousSide', { run: () => turnSide(session, -1), enabled }],
    ['review.reason', { run: () => session.focus.emit('reason'), enabled }],
    ['review.blind', { run: () => toggleBlind(session), enabled }],
    ['review.settle', { run: () => settleByRule(session, { majority: false, alone: false }), enabled }],
    ['review.resume', { run: () => resumeReview(session), enabled: mending }],
    ...inboxActions(session),
    [
      'agreement.show',
      { ...(agreement ? { name: 'Close agreement' } : {}), run: () => toggleAgreement(session) },
    ],
  ]
}

function inboxActions(session: Session): [string, Action][] {
  const enabled = session.view.getState().mode === 'inbox'
  return [
    ['inbox.show', { run: () => showInbox(session), enabled: session.article !== undefined }],
    ['inbox.adopt', { run: () => adoptChosen(session), enabled }],
    ['inbox.object', { run: () => beginObjection(session), enabled }],
    ['inbox.next', { run: () => lookAtNextLetter(session, 1), enabled }],
    ['inbox.previous', { run: () => lookAtNextLetter(session, -1), enabled }],
  ]
}

/** The verdicts stand beside the article, which agreement has the place of. */
function showInbox(session: Session): void {
  const { agreement, inbox } = session.view.getState()
  session.closeAgreement()
  if (!(agreement && inbox)) toggleInbox(session)
}

function jumpActions(session: Session): [string, Action][] {
  const enabled = session.article !== undefined
  return (['sentence', 'figure', 'quotation', 'untagged'] as const).flatMap(
    (landmark): [string, Action][] => [
      [`jump.${landmark}.next`, { run: () => jumpTo(session, landmark, 1), enabled }],
      [`jump.${landmark}.previous`, { run: () => jumpTo(session, landmark, -1), enabled }],
    ],
  )
}

function goToPicked(session: Session, pane: 'note' | 'comment' | 'attributes'): void {
  if (!session.picked) return session.status.hint(pickFirst(session))
  session.view.setState({ zen: false })
  session.preferences.set({ annotationsShown: true })
  session.focus.emit(pane)
}

function viewActions(session: Session): [string, Action][] {
  const { preferences } = session
  const now = (): Preferences => preferences.view.getState()
  const go = (pane: Pane): Action => ({ run: () => goTo(session, pane) })
  /** A panel that the bare text hides is brought back, not hidden as well. */
  const toggle = (panel: 'libraryShown' | 'annotationsShown'): Action => ({
    run() {
      const { zen } = session.view.getState()
      session.view.setState({ zen: false })
      preferences.set({ [panel]: zen || !now()[panel] })
    },
  })
  return [
    ['view.palette', { run: () => session.show('palette') }],
    ['view.search', go('search')],
    ['view.documents', go('documents')],
    ['view.article', go('article')],
    ['view.annotations', go('annotations')],
    ['view.nextPane', { run: () => session.focus.emit('next') }],
    ['view.previousPane', { run: () => session.focus.emit('previous') }],
    ['view.toggleDocuments', toggle('libraryShown')],
    ['view.toggleAnnotations', toggle('annotationsShown')],
    ['view.larger', { run: () => preferences.set({ textSize: Math.min(32, now().textSize + 1) }) }],
    ['view.smaller', { run: () => preferences.set({ textSize: Math.max(12, now().textSize - 1) }) }],
    ['view.zen', { run: () => session.view.setState(({ zen }) => ({ zen: !zen })) }],
    ['view.wider', { run: () => preferences.set({ lineLength: Math.min(110, now().lineLength + 5) }) }],
    ['view.narrower', { run: () => preferences.set({ lineLength: Math.max(45, now().lineLength - 5) }) }],
    ['view.theme', { run: () => preferences.set({ theme: NEXT_THEME[now().theme] }) }],
    ['help.keys', { run: () => session.show('keys') }],
    ['help.person', { run: () => session.show('person') }],
  ]
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const

function goTo(session: Session, pane: Pane): void {
  if (pane !== 'article') session.view.setState({ zen: false })
  if (pane === 'documents' || pane === 'search') session.preferences.set({ libraryShown: true })
  if (pane === 'annotations') session.preferences.set({ annotationsShown: true })
  session.focus.emit(pane)
}
