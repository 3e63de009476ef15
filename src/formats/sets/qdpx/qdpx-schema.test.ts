import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { anyDocument } from '../../../testing/annotated'
import { ben, time } from '../../../testing/records'
import { setFile } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { qdpx } from './qdpx'
import { type XmlElement, parseXml } from './qdpx-xml'
import { filesInZip } from '../zip'

/**
 * What the schema `urn:QDA-XML:project:1.0` demands of the elements that are written: their children in this order,
 * those with `+` at least once, those without `+` or `*` at most once; and their attributes, those with `!` always.
 */
const schema: Readonly<Record<string, { readonly children: string; readonly attributes: string }>> = {
  Project: {
    children: 'Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef*',
    attributes:
      'xmlns name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath',
  },
  Users: { children: 'User+', attributes: '' },
  User: { children: '', attributes: 'guid! name id' },
  CodeBook: { children: 'Codes', attributes: '' },
  Codes: { children: 'Code+', attributes: '' },
  Code: { children: 'Description NoteRef* Code*', attributes: 'guid! name! isCodable! color' },
  Sources: { children: 'TextSource+', attributes: '' },
  TextSource: {
    children: 'Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*',
    attributes:
      'guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime',
  },
  PlainTextSelection: {
    children: 'Description Coding* NoteRef*',
    attributes:
      'guid! name startPosition! endPosition! creatingUser creationDateTime modifyingUser modifiedDateTime',
  },
  Coding: { children: 'CodeRef+ NoteRef*', attributes: 'guid! creatingUser creationDateTime' },
  CodeRef: { children: '', attributes: 'targetGUID!' },
  NoteRef: { children: '', attributes: 'targetGUID!' },
  Notes: { children: 'Note+', attributes: '' },
  Links: { children: 'Link+', attributes: '' },
  Link: { children: 'NoteRef*', attributes: 'guid! name direction color originGUID targetGUID' },
  Description: { children: '', attributes: '' },
  PlainTextContent: { children: '', attributes: '' },
}

const forms: Readonly<Record<string, RegExp>> = {
  guid: /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  color: /^#[0-9a-f]{6}$/,
  isCodable: /^(true|false)$/,
  direction: /^(Associative|OneWay|Bidirectional)$/,
  startPosition: /^\d+$/,
  endPosition: /^\d+$/,
  creationDateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  modifiedDateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  plainTextPath: /^internal:\/\/[^/\\]+$/,
}
const references = new Set(['targetGUID', 'originGUID', 'creatingUser'])

const filesOf = (exported: Exported): ReadonlyMap<string, Uint8Array> =>
  new Map(
    expectOk(filesInZip(setFile('a.qdpx', qdpx.write(exported)))).map(({ name, bytes }) => [name, bytes]),
  )

/** What is wrong with an element and all that is in it. */
function faultsOf(root: XmlElement): string[] {
  const faults: string[] = []
  const guids = new Set<string>()
  const referred = new Set<string>()
  const look = (element: XmlElement): void => {
    const known = schema[element.name === 'Note' ? 'TextSource' : element.name]
    if (!known) return void faults.push(`${element.name} is not known`)
    const names = element.children.map(({ name }) => name).join(' ')
    const order = known.children
      .split(' ')
      .filter(Boolean)
      .map((child) => `(${child.replace(/[+*]$/, '')} )${/[+*]$/.exec(child)?.[0] ?? '?'}`)
    if (!new RegExp(`^${order.join('')}$`).test(names === '' ? '' : `${names} `))
      faults.push(`${element.name} has ${names}`)
    const attributes = known.attributes.split(' ').filter(Boolean)
    for (const needed of attributes.filter((name) => name.endsWith('!')))
      if (!element.attributes.has(needed.slice(0, -1))) faults.push(`${element.name} has no ${needed}`)
    for (const [name, value] of element.attributes) {
      if (!attributes.some((one) => one.replace('!', '') === name)) faults.push(`${element.name} has ${name}`)
      if (!(forms[name] ?? (references.has(name) ? forms['guid']! : /^/)).test(value))
        faults.push(`${name} is ${value}`)
      if (references.has(name)) referred.add(value)
      if (name === 'guid') {
        if (guids.has(value)) faults.push(`${value} twice`)
        guids.add(value)
      }
    }
    for (const child of element.children) look(child)
  }
  look(root)
  return [...faults, ...[...referred].filter((guid) => !guids.has(guid)).map((guid) => `${guid} is nothing`)]
}

function check(exported: Exported): void {
  const files = filesOf(exported)
  const project = expectOk(parseXml(new TextDecoder().decode(files.get('project.qde')), 'project.qde'))
  expect(project.attributes.get('xmlns')).toBe('urn:QDA-XML:project:1.0')
  expect(faultsOf(project)).toEqual([])
  expect([...files.keys()].slice(1).every((name) => /^sources\/[^/]+\.txt$/.test(name))).toBe(true)
}

test('what is written is as the schema has it', () => {
  const remark = { id: 'c-1', on: 'link-1', author: ben, words: 'Why?', created: time(9), modified: time(9) }
  check(exportedOf({ ...toy, records: { ...toy.records, comments: [remark] } }))
  check(exportedOf())
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => check(exportedOf(a, b))),
    { numRuns: 40 },
  )
})

test('the check finds what is wrong', () => {
  const wrong = '<Project><Links/><Users><User guid="1"/></Users></Project>'
  expect(faultsOf(expectOk(parseXml(wrong, 'x')))).toEqual([
    'Project has Links Users',
    'Project has no name!',
    'Links has ',
    'guid is 1',
  ])
})
