/**
 * What an article is open for: to be tagged, to have its text corrected, to be seen as it once was, to have what
 * several people tagged decided, or to answer what was decided.
 */
export type Mode = 'tag' | 'correct' | 'history' | 'review' | 'inbox'

/** What may be done while an earlier state is looked at: nothing that edits, or that knows only the text of now. */
const LOOKING = /^(library|codebook|sets|view|help)\.|^edit\.history$|^annotation\.unpick$|^find\.library$/

/** What has no place while the text is written to, where letters are letters. */
const TAGGING = /^(tag|shrink|lock|link|start|end)\.|^annotation\.(?!unpick$|find$)/

/** What may be done while cases are decided: nothing that changes what was judged. */
const JUDGING =
  /^(review|library|codebook|sets|agreement|view|help|find)\.|^edit\.(undo|redo)$|^annotation\.(unpick|comment)$/

/** What only makes sense while cases are decided. */
const ONLY_JUDGING = /^review\.(?!start$|resume$)|^inbox\.(?!show$)/

/** What may be done while verdicts are answered. */
const ANSWERING =
  /^(inbox|library|codebook|sets|agreement|view|help|find)\.|^edit\.(undo|redo)$|^annotation\.(unpick|comment)$/

/** What may be done while agreement is shown in the place of the article: nothing that is about a place in it. */
const COMPARING = /^(library|sets|codebook|view|help|agreement)\.|^inbox\.show$|^annotation\.unpick$/

/** Whether a command, by its id, can be had in a mode, or while agreement is shown, whatever the mode. */
export function isOffered(command: string, mode: Mode | 'agreement'): boolean {
  if (mode === 'agreement') return COMPARING.test(command)
  if (mode === 'history') return LOOKING.test(command)
  if (mode === 'review') return JUDGING.test(command)
  if (mode === 'inbox') return ANSWERING.test(command)
  if (ONLY_JUDGING.test(command)) return false
  return mode === 'tag' || !TAGGING.test(command)
}

/** Why nothing can be edited while an earlier state is shown. */
export const ONLY_LOOKING = 'This is an earlier state: restore it, or press Escape to go back to now'
