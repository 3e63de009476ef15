import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { annotationOf, articleOf } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { casXmi } from './cas-xmi'
import type { AnnotatedDocument } from '../codec'
import { placeAll } from '../placing'
import { SetFile } from '../set-file'
import { filesInZip } from '../zip'

const filesOf = (...documents: AnnotatedDocument[]): SetFile[] =>
  expectOk(filesInZip(new SetFile('a.zip', casXmi.write(exportedOf(...documents)))))

const documentOf = (
  text: string,
  ...annotations: AnnotatedDocument['records']['annotations']
): AnnotatedDocument => ({
  article: articleOf('doc-1', text),
  records: { sets: toy.records.sets, annotations, links: [], comments: [], verdicts: [], answers: [] },
})

const SPACES =
  'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:d="http:///desk.ecore" xmlns:plain="http:///uima/noNamespace.ecore"'

const xmi = (
  structures: string,
  sofaString = 'Crime fell.',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI ${SPACES} xmi:version="2.0"><cas:NULL xmi:id="0"/>
${structures}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${sofaString}"/>
</xmi:XMI>`

const TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>desk.Span</name><description/><supertypeName>desk.Base</supertypeName><features>
<featureDescription><name>links</name><description>a</description><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
<featureDescription><name>kind</name><description/><rangeTypeName>desk.Kind</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>desk.Base</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>count</name><description/><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
<featureDescription><name>sure</name><description/><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>desk.Kind</name><supertypeName>uima.cas.String</supertypeName></typeDescription>
</types></typeSystemDescription>`

const claims = (name: string, content: string): boolean => casXmi.reader!.recognises(setFile(name, content))

test('the toy text as it is written, with its types beside it', () => {
  const [types, file] = filesOf(toy)
  expect([types!.name, file!.name]).toEqual(['TypeSystem.xml', 'Crime/Ada.xmi'])
  expect(expectOk(types!.text)).toContain(`    <typeDescription>
      <name>webanno.custom.Relation</name>
      <description/>
      <supertypeName>uima.tcas.Annotation</supertypeName>
      <features>
        <featureDescription>
          <name>Governor</name>
          <description/>
          <rangeTypeName>webanno.custom.Span</rangeTypeName>
        </featureDescription>
`)
  const lines = expectOk(file!.text).split('\n')
  expect([...lines.slice(0, 7), ...lines.slice(17)]).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:assay="http:///assay.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
    '  <cas:NULL xmi:id="0"/>',
    '  <type:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="39" language="x-unspecified" documentTitle="Crime" documentId="doc-crime"/>',
    '  <assay:Metadata xmi:id="3" document="doc-crime" annotatorId="person-ada" annotatorName="Ada"/>',
    '  <type3:Sentence xmi:id="4" sofa="1" begin="0" end="39"/>',
    '  <type3:Token xmi:id="5" sofa="1" begin="0" end="2"/>',
    '  <type3:Token xmi:id="16" sofa="1" begin="38" end="39"/>',
    '  <custom:Span xmi:id="17" sofa="1" begin="3" end="8" label="Claim" note="may be seasonal" recordId="ann-claim"/>',
    '  <custom:Span xmi:id="18" sofa="1" begin="23" end="38" label="Claim" note="may be seasonal" recordId="ann-claim"/>',
    '  <custom:Span xmi:id="19" sofa="1" begin="10" end="16" label="Source" recordId="ann-source"/>',
    '  <custom:Span xmi:id="20" sofa="1" begin="28" end="31" label="Figure" unit="%" value="12" recordId="ann-figure"/>',
    '  <custom:Relation xmi:id="21" sofa="1" begin="10" end="16" Governor="17" Dependent="19" label="attributed to" recordId="link-1"/>',
    '  <custom:Relation xmi:id="22" sofa="1" begin="28" end="31" Governor="17" Dependent="20" label="quantified by" recordId="link-2"/>',
    '  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="📉 Crime, police said, fell 12% in May."/>',
    '  <cas:View sofa="1" members="2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"/>',
    '</xmi:XMI>',
    '',
  ])
})

test('the toy text read again', () => {
  const { documents, problems, remarks } = writtenAndRead(casXmi, exportedOf(toy))
  expect([problems, remarks]).toEqual([[], []])
  expect(documents).toMatchObject([
    {
      id: 'doc-crime',
      name: 'Crime',
      text: toy.article.text,
      annotators: [{ id: 'person-ada', name: 'Ada' }],
      annotations: [
        { id: 'ann-claim', tag: 'Claim', note: 'may be seasonal', place: 'Crime/Ada.xmi line 19' },
        { id: 'ann-source', tag: 'Source' },
        { id: 'ann-figure', tag: 'Figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [
        { type: 'attributed to', from: 'ann-claim', to: 'ann-source' },
        { type: 'quantified by', from: 'ann-claim', to: 'ann-figure' },
      ],
    },
  ])
  const { places } = placeAll(documents[0]!, { text: toy.article.text, crlf: false, same: true })
  expect(places.map((one) => one.how)).toEqual(['exact', 'exact', 'exact'])
})

test('nothing that the format claims to hold is lost', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(casXmi, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('line ends, tabs and marks of XML come back; what XML forbids is U+FFFD, and places stay', () => {
  const text = 'A\tB\n“C” <d> & \'e\' "f"\u0000\u001b G\uFFFF\u2028\u0085.'
  const document = documentOf(
    text,
    annotationOf('a', 'claim', text, [{ start: 24, end: 25 }], {
      note: ' a\r\nb\tc ',
      attributes: { '<x>': ']]>"' },
    }),
  )
  const [read] = writtenAndRead(casXmi, exportedOf(document)).documents
  expect(read!.text).toBe('A\tB\n“C” <d> & \'e\' "f"\uFFFD\uFFFD G\uFFFD\u2028\u0085.')
  expect(read!.annotations).toMatchObject([{ note: ' a\r\nb\tc ', attributes: { '<x>': ']]>"' } }])
  expect(read!.text!.slice(24, 25)).toBe('G')
})

test('another’s file: types by their namespaces, a first view, several values passed over', () => {
  const file = xmi(`<d:Span xmi:id="2" sofa="1" begin="0" end="5" label="CLAIM"/>
<plain:Bare xmi:id="3" sofa="1" begin="6" end="10"><strings>A</strings><strings>B</strings></plain:Bare>
<d:Link xmi:id="4" sofa="1" begin="6" end="10" Governor="2" Dependent="3" label="cites"/>
<cas:Sofa xmi:id="7" sofaNum="2" sofaID="other" sofaString="x"/>
<d:Span xmi:id="8" sofa="7" begin="0" end="1"/>
<d:Span xmi:id="9" sofa="1" begin="0" end="1"/>
<cas:View sofa="1" members="2 3 4"/><cas:View sofa="7" members="8"/>`)
  const { documents, problems, remarks } = readWith(casXmi, setFile('a.xmi', file))
  expect(problems).toEqual([])
  expect(documents).toMatchObject([
    {
      name: 'a',
      annotations: [
        { id: '2', tag: 'CLAIM', pieces: [{ start: 0, end: 5 }] },
        { id: '3', tag: 'Bare', pieces: [{ start: 6, end: 10 }] },
      ],
      links: [{ id: '4', type: 'cites', from: '2', to: '3' }],
    },
  ])
  expect(remarks).toEqual([
    '“a.xmi” has 2 views; the first with a text is read, the others are passed over.',
    'Passed over in “a.xmi”: 1 × annotation that is in no index, 1 × feature “strings”.',
  ])
})

test('types tell numbers and references from words, through super-types that go round in a circle as well', () => {
  const file = setFile(
    'a.xmi',
    xmi(
      '<d:Span xmi:id="2" sofa="1" begin="0" end="5" count="12" sure="true" links="3 4" kind="7" other="8"/>',
    ),
  )
  const typed = readWith(casXmi, file, setFile('TypeSystem.xml', TYPES))
  expect(typed.documents[0]!.annotations[0]!.attributes).toEqual({
    count: 12,
    sure: true,
    kind: '7',
    other: '8',
  })
  expect(typed.remarks).toEqual(['Passed over in “a.xmi”: 1 × feature “links”.'])
  expect(readWith(casXmi, file).documents[0]!.annotations[0]!.attributes).toMatchObject({
    count: '12',
    links: '3 4',
  })
  const round = setFile('TypeSystem.xml', TYPES.replace('uima.tcas.Annotation', 'desk.Span'))
  expect(readWith(casXmi, file, round).documents).toHaveLength(1)
})

test('emoji as references count two; a line end in an attribute is a blank, a reference to one is not', () => {
  const file = xmi('<d:Span xmi:id="2" sofa="1" begin="3" end="7"/>', '&#129395; This\nis&#13;&#10;it')
  const [document] = readWith(casXmi, setFile('a.xmi', `\uFEFF${file.replaceAll('\n<', '\r\n<')}`)).documents
  expect(document!.text).toBe('🥳 This is\r\nit')
  expect(placeAll(document!, { text: '🥳 This is\nit', crlf: true, same: true }).places).toEqual([
    { how: 'exact', ranges: [{ start: 3, end: 7 }] },
  ])
})

test('what cannot be taken is named with its line', () => {
  const file = xmi(`<d:Span xmi:id="2" sofa="1" begin="0" end="5"/>
<d:Span sofa="1" begin="0" end="5"/>
<d:Span xmi:id="2" sofa="1" begin="0" end="5"/>
<d:Span xmi:id="4" sofa="1" begin="x" end="5"/>
<d:Span xmi:id="5" sofa="1" begin="5" end="5"/>`)
  const { documents, problems } = readWith(casXmi, setFile('a.xmi', file))
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['2'])
  expect(problems).toEqual([
    { place: 'a.xmi line 4', message: 'It has no “xmi:id”.' },
    { place: 'a.xmi line 5', message: 'Its “xmi:id” 2 is that of another structure.' },
    {
      place: 'a.xmi line 6',
      message: 'Its “begin” and “end” are no positions, which are whole numbers from 0.',
    },
    { place: 'a.xmi line 7', message: 'It covers no words.' },
  ])
})

test.each<[string, string, string]>([
  ['cut off', xmi('').slice(0, -20), 'line 4'],
  [
    'that declares a document type',
    xmi('').replace('<xmi:XMI', '<!DOCTYPE a [<!ENTITY b "c">]><xmi:XMI'),
    'it has a DOCTYPE, which is not read for safety',
  ],
  ['with an entity of its own', xmi('', '&b;'), 'undefined entity'],
  ['nested without end', xmi('<a>'.repeat(100_000)), 'more than 50 elements are nested'],
  ['that is something else', `<a xmlns:XMI="http://www.omg.org/XMI"/>`, 'no XMI'],
  ['with a prefix that stands for nothing', xmi('<q:Span/>'), 'unbound namespace prefix'],
])('a file %s is refused with a sentence, alone, and is a problem beside others', (_, content, words) => {
  const bad = setFile('bad.xmi', content)
  const alone = casXmi.reader!.read([bad])
  expect(alone.ok ? '' : alone.refusal.message).toContain(words)
  const both = readWith(casXmi, bad, setFile('good.xmi', xmi('')))
  expect(both).toMatchObject({ documents: [{ name: 'good' }], problems: [{ place: 'bad.xmi' }] })
})

test('only files of this format are claimed', () => {
  expect([claims('a.xml', xmi('')), claims('TypeSystem.xml', TYPES)]).toEqual([true, true])
  expect([claims('a.xml', '<html><body/></html>'), claims('a.json', '{}'), claims('a.xmi', 'text')]).toEqual([
    false,
    false,
    false,
  ])
  expect(casXmi.reader!.read([setFile('TypeSystem.xml', TYPES)])).toMatchObject({
    refusal: { message: 'There is no .xmi file here, only types.' },
  })
})

test('damaged and hostile files are survived, long ones in time', () => {
  survivesDamage(casXmi, filesOf(toy), 150)
  const spans = Array.from(
    { length: 5000 },
    (_, k) => `<d:Span xmi:id="${k + 2}" sofa="1" begin="0" end="5" __proto__="a" constructor="b"/>`,
  )
  const long = readWith(casXmi, setFile('a.xmi', xmi(spans.join(''), 'a'.repeat(1_000_000))))
  expect(long.documents[0]!.annotations).toHaveLength(5000)
  expect(Object.keys(long.documents[0]!.annotations[0]!.attributes!)).toEqual(['__proto__', 'constructor'])
})
