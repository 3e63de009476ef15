import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { fieldOf, listOf, typesOf } from './w3c-json'

/** Whether a file holds Web Annotations: its first one has a target and a body, a selector or the type. */
export function isW3c(file: SetFile): boolean {
  if (!/^\uFEFF?\s*[[{]/.test(file.head) || /^\uFEFF?\s*\{\s*"format"\s*:\s*"assay"/.test(file.head))
    return false
  const json = file.json
  if (!json.ok) return false
  if (typesOf(json.value).some((type) => /^Annotation(Collection|Page)$/.test(type))) return true
  const first = annotationsIn(json.value, '', new Problems())[0]?.raw
  const target = fieldOf(first, 'target')
  if (target === undefined || target === null) return false
  return (
    typesOf(first).includes('Annotation') ||
    listOf(target).some((one) => fieldOf(one, 'selector') !== undefined) ||
    fieldOf(first, 'bodies') !== undefined
  )
}

/** An annotation as the file has it. */
export interface Found {
  readonly raw: unknown
  readonly place: string
}

/** The annotations of a collection, a page, a list, an answer of Hypothesis, or the one that the file is. */
export function annotationsIn(value: unknown, file: string, problems: Problems): Found[] {
  const at = (place: string): string => (file === '' ? place : `${file} ${place}`)
  const each = (list: readonly unknown[], place: string): Found[] =>
    list.map((raw, k) => ({ raw, place: at(`${place}[${k}]`) }))
  if (Array.isArray(value)) return each(value, '')
  for (const name of ['items', 'rows', 'annotations', '@graph']) {
    const list = fieldOf(value, name)
    if (Array.isArray(list)) return each(list, name)
  }
  if (fieldOf(value, 'target') !== undefined) return [{ raw: value, place: file || 'annotation' }]
  const found: Found[] = []
  let page = fieldOf(value, 'first')
  for (let number = 1; page !== undefined && page !== null; number++) {
    const items = fieldOf(page, 'items')
    const place = number === 1 ? 'first' : `page ${number}`
    if (items === undefined)
      problems.add(at(place), 'This page is not in the file; fetch it and read it as well.')
    for (const one of each(listOf(items), `${place}.items`)) found.push(one)
    page = fieldOf(page, 'next')
  }
  return found
}
