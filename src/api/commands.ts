import type { Codebook } from '../core/codebook/codebook'

export type CommandGroup = 'file' | 'edit' | 'tag' | 'annotation' | 'view' | 'help'

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
}

const fixed: readonly Command[] = [
  { id: 'library.open', name: 'Open articles…', group: 'file', keys: ['Mod+O'] },
  { id: 'library.paste', name: 'New article from the clipboard', group: 'file', keys: ['Mod+Shift+V'] },
  { id: 'library.remove', name: 'Remove article from the list', group: 'file', keys: [] },
  { id: 'sets.export', name: 'Export annotations…', group: 'file', keys: ['Mod+E'] },

  { id: 'edit.undo', name: 'Undo', group: 'edit', keys: ['Mod+Z'] },
  { id: 'edit.redo', name: 'Redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },

  { id: 'annotation.note', name: 'Write a note', group: 'annotation', keys: ['Enter'] },
  { id: 'annotation.remove', name: 'Remove annotation', group: 'annotation', keys: ['Delete', 'Backspace'] },
  {
    id: 'annotation.cycle',
    name: 'Pick the next annotation under the caret',
    group: 'annotation',
    keys: ['O'],
  },
  { id: 'annotation.next', name: 'Next annotation', group: 'annotation', keys: [']', 'N'] },
  { id: 'annotation.previous', name: 'Previous annotation', group: 'annotation', keys: ['[', 'P'] },
  { id: 'annotation.unpick', name: 'Let go of the annotation', group: 'annotation', keys: ['Escape'] },

  { id: 'view.palette', name: 'All commands…', group: 'view', keys: ['Mod+K'] },
  { id: 'view.search', name: 'Search documents', group: 'view', keys: ['Mod+Shift+F'] },
  { id: 'view.documents', name: 'Go to documents', group: 'view', keys: ['Alt+1'] },
  { id: 'view.article', name: 'Go to the article', group: 'view', keys: ['Alt+2'] },
  { id: 'view.annotations', name: 'Go to annotations', group: 'view', keys: ['Alt+3'] },
  { id: 'view.nextPane', name: 'Next pane', group: 'view', keys: ['F6'] },
  { id: 'view.previousPane', name: 'Previous pane', group: 'view', keys: ['Shift+F6'] },
  { id: 'view.toggleDocuments', name: 'Show or hide documents', group: 'view', keys: ['Mod+B'] },
  { id: 'view.toggleAnnotations', name: 'Show or hide annotations', group: 'view', keys: ['Mod+Shift+B'] },
  { id: 'view.larger', name: 'Larger text', group: 'view', keys: ['Mod+=', 'Mod++'] },
  { id: 'view.smaller', name: 'Smaller text', group: 'view', keys: ['Mod+-'] },
  { id: 'view.theme', name: 'Switch between light, dark and the system’s theme', group: 'view', keys: [] },

  { id: 'help.keys', name: 'Keys', group: 'help', keys: ['?'] },
  { id: 'help.person', name: 'Your name…', group: 'help', keys: [] },
]

/** Every command, in the order of menus. The codebook gives one a tag, by its own key and by its place in the list. */
export function commandsFor(codebook: Codebook): Command[] {
  const tags = codebook.tags.map((tag, k): Command => ({
    id: `tag.${tag.id}`,
    name: `Tag as ${tag.name.toLowerCase()}`,
    group: 'tag',
    keys: k < 9 ? [tag.key.toUpperCase(), String(k + 1)] : [tag.key.toUpperCase()],
  }))
  const before = fixed.findIndex(({ group }) => group === 'annotation')
  return [...fixed.slice(0, before), ...tags, ...fixed.slice(before)]
}
