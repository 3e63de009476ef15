import { DEFINITE, FUNCTION_WORDS, LABELS } from './word-kinds'
import { isGlued, isNumber, signOf, wordOf, type Tokens } from './tokens'

/**
 * Whether what begins at an index is the rest of something written together, and so no number of its own: `H5`,
 * `Covid-19`, `top-ten`, the path of an address. What is only dated more closely is one: `mid-2020`.
 */
export function isInsideWord(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false
  if (tokens[at - 1]!.kind !== 'sign') return true
  if (!/^[-‐‑/_@.&=\\#]$/.test(signOf(tokens, at - 1)) || !isGlued(tokens, at - 1)) return false
  if (/^(mid|pre|post|early|late)$/.test(wordOf(tokens, at - 2))) return !isNumber(tokens, at)
  return tokens[at - 2]!.kind !== 'sign' || signOf(tokens, at - 2) === '/'
}

/** Whether the number is a name: “No. 4”, “Article 12”, “Gate 2”. */
export function isLabelled(tokens: Tokens, at: number): boolean {
  const dot = signOf(tokens, at - 1) === '.' ? 1 : 0
  const before = tokens[at - 1 - dot]
  if (!before) return false
  if (/^[#№]$/.test(before.raw)) return true
  if (before.kind !== 'word') return false
  if (/^Nos?$/.test(before.raw)) return true
  if (dot === 1 && /^pp?$/.test(before.raw)) return true
  return dot === 0 && LABELS.has(before.lower)
}

/** Whether a small number here tells which, not how many: “the four”, “his two”. */
export const isDefinite = (tokens: Tokens, at: number): boolean => DEFINITE.has(wordOf(tokens, at - 1))

/** Whether a word follows that may be a noun or adjective, as after “a third week”. */
export function isBeforeContent(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return (
    token?.kind === 'word' && !token.glued && token.raw === token.lower && !FUNCTION_WORDS.has(token.lower)
  )
}
