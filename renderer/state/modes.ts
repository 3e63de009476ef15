/** What an article is open for: to be tagged, to have its text corrected, or to be seen as it once was. */
export type Mode = 'tag' | 'correct' | 'history'

/** What may be done while an earlier state is looked at: nothing that edits, or that knows only the text of now. */
const LOOKING = /^(library|codebook|sets|view|help)\.|^edit\.history$|^annotation\.unpick$|^find\.library$/

/** What has no place while the text is written to, where letters are letters. */
const TAGGING = /^(tag|shrink|lock|link|start|end)\.|^annotation\.(?!unpick$|find$)/

/** Whether a command, by its id, can be had in a mode. */
export function isOffered(command: string, mode: Mode): boolean {
  if (mode === 'history') return LOOKING.test(command)
  return mode === 'tag' || !TAGGING.test(command)
}

/** Why nothing can be edited while an earlier state is shown. */
export const ONLY_LOOKING = 'This is an earlier state: restore it, or press Escape to go back to now'
