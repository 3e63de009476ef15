import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { describeSpan, lengthOf } from '../../../core/annotation/span'
import { stateOf } from '../../../core/change/state'
import { tagById } from '../../../core/codebook/codebook'
import { joiningOf } from '../../../core/codebook/link-rules'
import { newsCodebook } from '../../../core/codebook/news'
import { type AnnotationCase, type Case, compareSets, isDisputed } from '../../../core/review/cases'
import { readArticle } from '../../articles/index'
import { SetFile } from '../set-file'
import { assayFile } from './assay-file'
import { assayJson } from './assay-json'

const examples = resolve(import.meta.dirname, '../../../../seeds/examples')
const bytes = new Uint8Array(readFileSync(resolve(examples, 'two-readings.assay.json')))
const file = assayFile.parse(JSON.parse(new TextDecoder().decode(bytes)))
const [document] = file.documents
const { sets, annotations, links, comments, verdicts, answers, ...article } = document!
const records = { sets, annotations, links, comments, verdicts, answers }
const [ana, ben] = sets.map(({ annotator }) => annotator.id) as [string, string]
const cases = compareSets(stateOf(article.text, records), [ana, ben])

const annotationCases = cases.filter((one): one is AnnotationCase => one.of === 'annotation')
const having = (difference: Case['differences'][number]) =>
  annotationCases.filter(({ differences }) => differences.includes(difference))
/** What both made of one thing. */
const both = ({ members }: AnnotationCase) => [members.get(ana)!, members.get(ben)!] as const
const tagsOf = (one: AnnotationCase) => both(one).map(({ tag }) => tag)

test('it is as Assay writes it and reads it, without a problem', () => {
  const { codebook, exported: at, writer: version } = file
  const written = assayJson.write({ documents: [{ article, records }], codebook, at, version })
  expect(assayFile.parse(JSON.parse(new TextDecoder().decode(written)))).toEqual(file)
  const read = expectOk(assayJson.reader!.read([new SetFile('two-readings.assay.json', bytes)]))
  expect(read.problems).toEqual([])
})

// After a change of the codebook, put the new one in the place of that in the file.
test('its codebook is that of a new workspace', () => {
  expect(file.codebook).toEqual(newsCodebook)
  for (const { tag, attributes, codebook } of annotations) {
    expect(codebook).toBe(newsCodebook.version)
    const asked = tagById(newsCodebook, tag)!.attributes
    for (const [name, value] of Object.entries(attributes)) {
      const attribute = asked.find(({ id }) => id === name)
      if (attribute?.kind === 'choice') expect(attribute.options.map(({ id }) => id)).toContain(value)
      else expect(typeof value).toBe(attribute?.kind === 'number' ? 'number' : 'string')
    }
  }
})

test('its article is the one that lies beside it', () => {
  const original = readFileSync(resolve(examples, article.source.name))
  const { title, text, lines, encoding, lineEnding, reader } = expectOk(
    readArticle(new Uint8Array(original), article.source.name),
  )
  const source = { name: article.source.name, reader, encoding, lineEnding, size: original.length }
  expect(article).toMatchObject({ title, text, lines, source })
  expect(article.hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  const words = text.split(/\s+/).filter(Boolean).length
  expect(words).toBeGreaterThanOrEqual(350)
  expect(words).toBeLessThanOrEqual(450)
})

test('every quote is exact, with what stands around it', () => {
  for (const { span } of annotations) expect(span).toEqual(describeSpan(article.text, span))
})

test('links join what they may, within one set', () => {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  for (const { type, from, to, set } of links) {
    const [start, end] = [byId.get(from)!, byId.get(to)!]
    expect([start.set, end.set]).toEqual([set, set])
    const known = newsCodebook.links.find(({ id }) => id === type)!
    expect(joiningOf(known, start.tag, end.tag)).toMatchObject({ turned: false })
  }
})

test('nothing was changed before it was made, or made before the article came', () => {
  for (const { created, modified } of [...annotations, ...links, ...comments]) {
    expect(created > article.imported && created <= modified && modified < file.exported).toBe(true)
    expect(created).toMatch(/^2026-10-/)
  }
})

test('its annotators agree on most, and differ in every way', () => {
  expect(sets.map(({ annotator }) => annotator.name)).toEqual(['Ana Ruiz', 'Ben Okafor'])
  const disputed = annotationCases.filter(isDisputed)
  expect(disputed.length * 2).toBeLessThan(annotationCases.length)
  for (const difference of ['agreed', 'boundary', 'tag', 'attributes', 'alone'] as const)
    expect(having(difference), difference).not.toHaveLength(0)
})

test('of boundaries, one is wider here, one there, and one is in two pieces', () => {
  const pairs = having('boundary')
    .filter((one) => !one.differences.includes('tag'))
    .map((one) => both(one).map(({ span }) => span))
  const whole = pairs.filter((pair) => pair.every((span) => span.length === 1))
  expect(whole.some(([a, b]) => lengthOf(a!) > lengthOf(b!))).toBe(true)
  expect(whole.some(([a, b]) => lengthOf(a!) < lengthOf(b!))).toBe(true)
  expect(pairs.filter((pair) => pair.some((span) => span.length === 2))).toHaveLength(1)
})

test('of tags, a claim is a figure to the other, and a source a claim', () => {
  expect(having('tag').map(tagsOf)).toEqual([
    ['source', 'claim'],
    ['claim', 'figure'],
  ])
})

test('some differ in their attributes alone, and are talked about', () => {
  const [one, ...others] = annotationCases.filter(({ differences }) => differences.join() === 'attributes')
  expect(others).toEqual([])
  const [mine, theirs] = both(one!)
  expect(mine.attributes['status']).not.toBe(theirs.attributes['status'])
  expect(new Set(comments.map(({ on }) => on))).toEqual(new Set([theirs.id]))
  expect(comments.map(({ author }) => author.id)).toEqual([ana, ben])
})

test('each marked something that the other left', () => {
  const alone = having('alone').map(({ missing }) => missing.join())
  expect(new Set(alone)).toEqual(new Set([ana, ben]))
})

test('of links, most are shared; one goes to another source, and one is only here', () => {
  const linkCases = cases.filter((one) => one.of === 'link')
  const alone = linkCases.filter(isDisputed).map(({ members }) => [...members][0]!)
  expect(linkCases.length - alone.length).toBe(5)
  expect(alone.map(([annotator, { type }]) => `${annotator} ${type}`).toSorted()).toEqual([
    `${ana} attributed-to`,
    `${ben} attributed-to`,
    `${ben} contradicts`,
  ])
  const begins = alone
    .filter(([, { type }]) => type === 'attributed-to')
    .map(([, { from }]) =>
      annotationCases.find(({ members }) => [...members.values()].some(({ id }) => id === from)),
    )
  expect(begins[0]).toBe(begins[1])
})
