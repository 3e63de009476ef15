import { type Codebook, type Tag, offeredTags } from '../core/codebook/codebook'

/** In the order of menus. */
export const commandGroups = ['file', 'edit', 'tag', 'annotation', 'review', 'go', 'view', 'help'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something a person can do, by its key, the palette, the native menu or a button. What it does is the window's. */
export interface Command {
  readonly id: string
  /** As menus and the palette show it. */
  readonly name: string
  readonly group: CommandGroup
  /**
   * Default keys, the first is the one shown: `Mod+K`, `Shift+F6`, `?`. `Mod` is Cmd on a Mac and Ctrl elsewhere;
   * a key without a modifier counts only while no text field has the focus.
   */
  readonly keys: readonly string[]
  /** What has to be under way for the command to be had: its keys may mean something else otherwise. */
  readonly during?: 'review' | 'inbox'
}

const command = (id: string, name: string, group: CommandGroup, ...keys: string[]): Command => ({
  id,
  name,
  group,
  keys,
})

const file: readonly Command[] = [
  command('library.open', 'Open articles…', 'file', 'Mod+O'),
  command('library.paste', 'New article from the clipboard', 'file', 'Mod+Shift+V'),
  command('library.remove', 'Remove article from the list', 'file'),
  command('sets.import', 'Import annotations…', 'file', 'Mod+I'),
  command('sets.export', 'Export annotations…', 'file', 'Mod+E'),
  command('codebook.show', 'Codebook…', 'file', 'Mod+Shift+K'),
]

const editing: readonly Command[] = [
  command('edit.undo', 'Undo', 'edit', 'Mod+Z'),
  command('edit.redo', 'Redo', 'edit', 'Mod+Shift+Z', 'Mod+Y'),
  command('edit.history', 'History', 'edit', 'Mod+H'),
  command('edit.correct', 'Correct the text', 'edit', 'F2'),
  command('find.article', 'Find in the article', 'edit', 'Mod+F'),
  command('find.next', 'Find the next place', 'edit', 'F3', 'Mod+G'),
  command('find.previous', 'Find the place before', 'edit', 'Shift+F3', 'Mod+Shift+G'),
  command('find.library', 'Find in all articles', 'edit', 'Mod+Alt+F'),
]

const everywhere = command('tag.everywhere', 'Tag the same words everywhere…', 'tag', 'E')

const annotations: readonly Command[] = [
  command('annotation.note', 'Write a note', 'annotation', 'Enter'),
  command('annotation.comment', 'Write a comment', 'annotation', 'Shift+Enter'),
  command('annotation.inspect', 'Go to the attributes', 'annotation', 'I'),
  command('annotation.remove', 'Remove annotation', 'annotation', 'Delete', 'Backspace'),
  command('annotation.cycle', 'Pick the next annotation under the caret', 'annotation', 'O'),
  command('annotation.next', 'Next annotation', 'annotation', ']', 'N'),
  command('annotation.previous', 'Previous annotation', 'annotation', '[', 'P'),
  command('annotation.nextAlike', 'Next annotation of the same tag', 'annotation', 'Shift+N'),
  command('annotation.previousAlike', 'Previous annotation of the same tag', 'annotation', 'Shift+P'),
  command('annotation.find', 'Go to annotation…', 'annotation', 'G', 'Mod+P'),
  command('annotation.unpick', 'Let go of the annotation', 'annotation', 'Escape'),

  command('link.start', 'Link to…', 'annotation', 'L'),
  command('link.repeat', 'Link as the last one', 'annotation', 'Shift+L'),
  command('annotation.merge', 'Merge with…', 'annotation', 'M'),
  command('annotation.split', 'Split at the caret', 'annotation', '/'),
  command('annotation.addPiece', 'Add the selection to the annotation', 'annotation', '+'),
  command('annotation.removePiece', 'Take the selection out of the annotation', 'annotation', '-'),
]

const boundaries: readonly Command[] = (
  [
    ['character', 1, 'Alt+ArrowRight'],
    ['character', -1, 'Alt+ArrowLeft'],
    ['word', 1, 'Mod+Alt+ArrowRight'],
    ['word', -1, 'Mod+Alt+ArrowLeft'],
    ['sentence', 1, 'Alt+ArrowDown'],
    ['sentence', -1, 'Alt+ArrowUp'],
  ] as const
).flatMap(([unit, step, keys]) => {
  const direction = step > 0 ? 'on' : 'back'
  const sign = step > 0 ? 'later' : 'earlier'
  return [
    command(`end.${unit}.${sign}`, `Move the end ${direction} by a ${unit}`, 'annotation', keys),
    command(
      `start.${unit}.${sign}`,
      `Move the start ${direction} by a ${unit}`,
      'annotation',
      keys.replace('Arrow', 'Shift+Arrow'),
    ),
  ]
})

/** Letters mean these while a review is open, and what they mean elsewhere when it is not. */
const reviewing: readonly Command[] = [
  command('review.start', 'Review differences', 'review', 'Alt+4'),
  command('review.resume', 'Go on with the review', 'review', 'Mod+Enter'),
  ...(
    [
      command('review.accept', 'Accept this version', 'review', 'A'),
      command('review.reject', 'Reject', 'review', 'X'),
      command('review.fix', 'Mend, then accept', 'review', 'E'),
      command('review.discuss', 'Leave for discussion', 'review', 'D'),
      command('review.skip', 'Skip', 'review', 'Space', 'N', 'ArrowDown'),
      command('review.previous', 'The case before', 'review', 'P', 'ArrowUp'),
      command('review.takeBack', 'Take back the verdict', 'review', 'Backspace'),
      command('review.nextSide', 'Look at the next version', 'review', 'ArrowRight'),
      command('review.previousSide', 'Look at the version before', 'review', 'ArrowLeft'),
      command('review.reason', 'Say why', 'review', 'R'),
      command('review.blind', 'Hide who said what', 'review', 'B'),
      command('review.settle', 'Settle what all agree on', 'review', 'Mod+Shift+A'),
    ] as const
  ).map((known): Command => ({ ...known, during: 'review' })),
  command('inbox.show', 'Verdicts on your work', 'review', 'Alt+5'),
  ...(
    [
      command('inbox.adopt', 'Adopt the verdict', 'review', 'A'),
      command('inbox.object', 'Object to the verdict', 'review', 'O'),
      command('inbox.next', 'Next verdict', 'review', 'ArrowDown', 'N', 'Space'),
      command('inbox.previous', 'Verdict before', 'review', 'ArrowUp', 'P'),
    ] as const
  ).map((known): Command => ({ ...known, during: 'inbox' })),
  command('agreement.show', 'Agreement…', 'review', 'Alt+6'),
]

const jumps: readonly Command[] = [
  command('jump.sentence.next', 'Next sentence', 'go', '.'),
  command('jump.sentence.previous', 'Previous sentence', 'go', ','),
  command('jump.figure.next', 'Next number', 'go', 'D'),
  command('jump.figure.previous', 'Previous number', 'go', 'Shift+D'),
  command('jump.quotation.next', 'Next quotation', 'go', 'Q'),
  command('jump.quotation.previous', 'Previous quotation', 'go', 'Shift+Q'),
  command('jump.untagged.next', 'Next untagged sentence', 'go', 'U'),
  command('jump.untagged.previous', 'Previous untagged sentence', 'go', 'Shift+U'),
]

const view: readonly Command[] = [
  command('view.palette', 'All commands…', 'view', 'Mod+K'),
  command('view.search', 'Search documents', 'view', 'Mod+Shift+F'),
  command('view.documents', 'Go to documents', 'view', 'Alt+1'),
  command('view.article', 'Go to the article', 'view', 'Alt+2'),
  command('view.annotations', 'Go to annotations', 'view', 'Alt+3'),
  command('view.nextPane', 'Next pane', 'view', 'F6'),
  command('view.previousPane', 'Previous pane', 'view', 'Shift+F6'),
  command('view.toggleDocuments', 'Show or hide documents', 'view', 'Mod+B'),
  command('view.toggleAnnotations', 'Show or hide annotations', 'view', 'Mod+Shift+B'),
  command('view.zen', 'Only the text', 'view', 'Z'),
  command('view.larger', 'Larger text', 'view', 'Mod+=', 'Mod++'),
  command('view.smaller', 'Smaller text', 'view', 'Mod+-'),
  command('view.wider', 'Longer lines', 'view', 'Alt+='),
  command('view.narrower', 'Shorter lines', 'view', 'Alt+-'),
  command('view.theme', 'Switch between light, dark and the system’s theme', 'view'),
]

const help: readonly Command[] = [
  command('help.keys', 'Keys', 'help', '?'),
  command('help.person', 'Your name…', 'help'),
]

/** Keys that a person has chosen, by the command's id; an empty list takes the keys away. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>

/**
 * Every command, in the order of menus, with the keys chosen for it or its default ones. The codebook gives three a
 * tag: by its own key and its place in the list, with Shift to shrink what was tagged so, and with Alt to lock it.
 */
export function commandsFor(codebook: Codebook, chosen: ChosenKeys = {}): Command[] {
  const tags = offeredTags(codebook)
  const all = [
    ...file,
    ...editing,
    ...tags.map((tag, k) => tagCommand(tag, k)),
    ...tags.map((tag) =>
      command(
        `shrink.${tag.id}`,
        `Shrink the ${tag.name.toLowerCase()}`,
        'tag',
        `Shift+${tag.key.toUpperCase()}`,
      ),
    ),
    ...tags.map((tag) =>
      command(
        `lock.${tag.id}`,
        `Tag every selection as ${tag.name.toLowerCase()}`,
        'tag',
        `Alt+${tag.key.toUpperCase()}`,
      ),
    ),
    everywhere,
    ...annotations,
    ...boundaries,
    ...reviewing,
    ...jumps,
    ...view,
    ...help,
  ]
  return all.map((known) => {
    const keys = Object.hasOwn(chosen, known.id) ? chosen[known.id] : undefined
    return keys ? { ...known, keys } : known
  })
}

const tagCommand = ({ id, name, key }: Tag, place: number): Command =>
  command(
    `tag.${id}`,
    `Tag as ${name.toLowerCase()}`,
    'tag',
    key.toUpperCase(),
    ...(place < 9 ? [String(place + 1)] : []),
  )
