import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { marked } from '../../testing/marked'
import { ada, annotationOf, articleOf, ben, linkOf, setBy } from '../../testing/records'
import { setFile } from '../../testing/round-trip'
import { exportedOf, toy } from '../../testing/toy'
import type { AnnotatedDocument, Capabilities, Codec } from './codec'
import { codecById, codecs } from './index'
import { describeLoss, lossesOf } from './losses'
import { readSets } from './reading'
import { writeSets } from './writing'

const nothing: Capabilities = {
  pieces: false,
  overlaps: false,
  links: false,
  notes: false,
  comments: false,
  verdicts: false,
  attributes: false,
  annotators: false,
  text: false,
  offsets: 'bytes',
}
const codecWith = (more: Partial<Capabilities>): Codec => ({
  ...codecById('csv')!,
  capabilities: { ...nothing, ...more },
})
const sentences = (codec: Codec, ...documents: AnnotatedDocument[]): string[] =>
  lossesOf(exportedOf(...documents), codec).map((loss) => describeLoss(loss, codec))

const { text, ranges } = marked('the [cat] sat on [the mat]')
const plain: AnnotatedDocument = {
  article: articleOf('doc-plain', text),
  records: {
    sets: [setBy(ben)],
    annotations: [annotationOf('a', 'claim', text, [ranges[0]!], { set: setBy(ben).id })],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  },
}

test('Assay JSON loses nothing', () => expect(sentences(codecById('assay-json')!, toy, plain)).toEqual([]))

test('what the toy text loses is counted', () => {
  expect(sentences(codecWith({}), toy)).toEqual([
    '1 annotation in several pieces is not in this file',
    '2 annotations that overlap others are not in this file',
    '2 links are not in this file',
    '1 note is not in this file',
    '2 attributes are not in this file',
    '1 article’s text is not in this file',
  ])
})

test('the convention by which W3C files hold several pieces is said', () => {
  expect(sentences(codecById('w3c')!, toy)).toEqual([
    '1 annotation in several pieces is written as several targets, which other tools may take for several annotations',
    '2 attributes are written as names of Assay’s own, which other tools may pass over',
    '1 article’s text is not in this file',
  ])
})

test('what a format can hold or what there is none of is no loss', () => {
  expect(sentences(codecWith({ text: true }), plain)).toEqual([])
  expect(
    sentences(
      codecWith({ pieces: true, overlaps: true, links: true, notes: true, attributes: true, text: true }),
      toy,
    ),
  ).toEqual([])
})

test('annotators are counted across documents, each once', () => {
  expect(sentences(codecWith({ text: true }), plain, plain)).toEqual([])
  const both = { ...plain, records: { ...plain.records, sets: [setBy(ada), setBy(ben)] } }
  expect(sentences(codecWith({ text: true }), both, plain)).toEqual([
    '1 annotator besides the first is not in this file',
  ])
})

test('the note of a link is lost with the link, and counts only where links are held', () => {
  const linked = {
    ...toy,
    records: { ...toy.records, links: [linkOf('l', 'same-as', 'ann-claim', 'ann-source', { note: 'n' })] },
  }
  const notes = (codec: Codec) => lossesOf(exportedOf(linked), codec).find(({ what }) => what === 'notes')
  expect(notes(codecWith({}))).toEqual({ what: 'notes', count: 1 })
  expect(notes(codecWith({ links: true }))).toEqual({ what: 'notes', count: 2 })
})

const overlaps = (...documents: AnnotatedDocument[]) =>
  lossesOf(exportedOf(...documents), codecWith({})).filter(({ what }) => what === 'overlaps')

test('overlap is of pieces, not of the gap between them, and not of the same words in another document', () => {
  const gap = marked('[the] cat sat on [the mat]')
  const within = annotationOf('b', 'source', text, [ranges[0]!])
  const around = annotationOf('c', 'claim', text, gap.ranges)
  const document = {
    ...plain,
    records: {
      sets: [setBy(ada)],
      annotations: [within, around],
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }
  expect(overlaps(document)).toEqual([])
  expect(overlaps(plain, plain)).toEqual([])
  expect(overlaps(toy)).toEqual([{ what: 'overlaps', count: 2 }])
})

test('codecs are found by their ids, and differ in them', () => {
  expect(codecs.map(({ id }) => codecById(id))).toEqual([...codecs])
  expect(new Set(codecs.map(({ id }) => id)).size).toBe(codecs.length)
  expect(codecById('toString')).toBeUndefined()
})

const lost = (project: string) => lossesOf(exportedOf(toy), codecById('doccano')!, { project })

test('what a choice gives up is lost, too', () => {
  expect(lost('relation').map(({ what }) => what)).not.toContain('links')
  expect(lost('plain')).toContainEqual({ what: 'links', count: 2 })
})

const inPieces = (pieces: string): string[] => {
  const written = writeSets(exportedOf(toy), 'doccano', { pieces })
  return expectOk(written).losses.filter((loss) => loss.includes('pieces'))
}

test('what is in several pieces is taken apart or left out, as it is chosen, and so it is said', () => {
  expect(inPieces('split')[0]).not.toContain('not in this file')
  expect(inPieces('drop')).toEqual(['1 annotation in several pieces is not in this file'])
  const read = expectOk(
    readSets([setFile('a.jsonl', expectOk(writeSets(exportedOf(toy), 'doccano', { pieces: 'drop' })).bytes)]),
  )
  expect(read.documents[0]!.annotations.map(({ tag }) => tag)).toEqual(['Source', 'Figure'])
})
