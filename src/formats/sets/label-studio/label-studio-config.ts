import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { Annotation } from '../../../core/annotation/annotation'
import type { Attribute, AttributeValue } from '../../../core/codebook/attribute'
import { type Codebook, type Tag, tagById } from '../../../core/codebook/codebook'
import { plainLabel } from '../../../core/codebook/labels'
import type { SetFile } from '../set-file'
import { walkXml } from '../xml'

const DEEPEST = 100 // elements of a configuration within one another; layouts have a few

/** Something that is asked about a region: a control of the labelling configuration. */
export interface Control {
  /** The `from_name` of its results. */
  readonly name: string
  readonly kind: 'choices' | 'number' | 'textarea'
  readonly title: string
  /** The choices that it offers; empty for the other kinds. */
  readonly offers: readonly string[]
  /** What Label Studio calls a value of it. */
  nameOf(value: AttributeValue): string
}

/** The controls of one label, by the keys of its attributes. */
export interface Controls {
  readonly label: string
  readonly tag: Tag | undefined
  readonly byKey: ReadonlyMap<string, Control>
}

/** What can be said of each tag: what the codebook offers, and what else is said in these annotations. By tag id. */
export function controlsOf(codebook: Codebook, annotations: readonly Annotation[]): Map<string, Controls> {
  const said = new Map<string, Map<string, AttributeValue[]>>()
  const saidOf = (tag: string): Map<string, AttributeValue[]> => {
    const known = said.get(tag) ?? new Map<string, AttributeValue[]>()
    said.set(tag, known)
    return known
  }
  for (const { id, retired, attributes } of codebook.tags) {
    if (retired) continue
    for (const attribute of attributes) if (!attribute.retired) saidOf(id).set(attribute.id, [])
    saidOf(id)
  }
  for (const { tag, attributes } of annotations) {
    const keys = saidOf(tag)
    for (const [key, value] of Object.entries(attributes)) {
      const values = keys.get(key)
      if (values) values.push(value)
      else keys.set(key, [value])
    }
  }
  return new Map([...said].map(([id, keys]) => [id, controlsOfTag(id, tagById(codebook, id), keys)]))
}

function controlsOfTag(
  id: string,
  tag: Tag | undefined,
  keys: ReadonlyMap<string, readonly AttributeValue[]>,
): Controls {
  const label = tag?.name ?? id
  const byKey = [...keys].map(([key, values]) => {
    const attribute = tag?.attributes.find((known) => known.id === key)
    return [key, controlOf(`${prefixOf(label)}${key}`, attribute, values)] as const
  })
  return { label, tag, byKey: new Map(byKey) }
}

function controlOf(
  name: string,
  attribute: Attribute | undefined,
  values: readonly AttributeValue[],
): Control {
  const options = attribute?.kind === 'choice' ? attribute.options : []
  const nameOf = (value: AttributeValue): string =>
    options.find(({ id }) => id === value)?.name ?? String(value)
  const kind = kindOf(attribute, values)
  const offered = options.filter(({ retired }) => !retired).map((option) => option.name)
  const offers = kind === 'choices' ? [...new Set([...offered, ...values.map(nameOf)])] : []
  return { name, kind, title: attribute?.name ?? name.slice(name.indexOf('.') + 1), offers, nameOf }
}

/** A control has results of one kind only, so that one value which is of no other kind makes all of them text. */
function kindOf(attribute: Attribute | undefined, values: readonly AttributeValue[]): Control['kind'] {
  if (attribute?.kind === 'choice' && values.every(isOffered)) return 'choices'
  if (attribute?.kind === 'number' && values.every((value) => typeof value === 'number')) return 'number'
  if (attribute || values.length === 0) return 'textarea'
  if (values.every((value) => typeof value === 'number')) return 'number'
  return values.every((value) => typeof value === 'boolean') ? 'choices' : 'textarea'
}

/** Whether a value can stand in a configuration as a choice: a choice is one line, and not empty. */
const isOffered = (value: AttributeValue): boolean =>
  String(value) === withoutControls(String(value)).trim() && String(value) !== ''

/** Controls need names that are unique in the configuration: the attribute `kind` of a claim is `Claim.kind`. */
const prefixOf = (label: string): string => `${label.replace(/[\s.]+/g, '-')}.`

/** The attribute that a control asks for, of regions with this label. */
export function attributeAskedBy(control: string, label: string): string | undefined {
  const dot = control.indexOf('.')
  if (dot < 0 || dot + 1 === control.length) return undefined
  const before = control.slice(0, dot)
  const same =
    `${before}.` === prefixOf(label) ||
    (plainLabel(before) !== '' && plainLabel(before) === plainLabel(label))
  return same ? control.slice(dot + 1) : undefined
}

/** The labelling configuration, without which Label Studio shows none of the regions. */
export function configOf(
  { links }: Codebook,
  types: readonly string[],
  controls: readonly Controls[],
): string {
  const relations = links.filter(({ id, retired }) => !retired || types.includes(id)).map(({ name }) => name)
  const strange = types.filter((type) => !links.some(({ id }) => id === type))
  return [
    '<View>',
    '  <Labels name="label" toName="text" choice="single">',
    ...controls.map(({ label, tag }) =>
      tag
        ? `    <Label${attributesOf({ value: label, background: tag.colour, hotkey: tag.key })}/>`
        : `    <Label${attributesOf({ value: label })}/>`,
    ),
    '  </Labels>',
    ...within(
      'Relations',
      [...relations, ...strange].map((value) => `    <Relation${attributesOf({ value })}/>`),
    ),
    '  <Text name="text" value="$text" granularity="symbol" saveTextResult="yes"/>',
    ...controls.flatMap(askedOf),
    '  <View visibleWhen="region-selected">',
    '    <Header value="Note" size="6"/>',
    '    <TextArea name="note" toName="text" perRegion="true" maxSubmissions="1" editable="true"/>',
    '  </View>',
    '</View>',
    '',
  ].join('\n')
}

const within = (element: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  <${element}>`, ...lines, `  </${element}>`]

function askedOf({ label, byKey }: Controls): string[] {
  if (byKey.size === 0) return []
  // Label Studio parts the labels of this condition at commas; one that has a comma cannot be named in it.
  const when = label.includes(',') ? {} : { whenTagName: 'label', whenLabelValue: label }
  return [
    `  <View${attributesOf({ visibleWhen: 'region-selected', ...when })}>`,
    ...[...byKey.values()].flatMap((control) => [
      `    <Header${attributesOf({ value: control.title, size: '6' })}/>`,
      ...linesOf(control),
    ]),
    '  </View>',
  ]
}

function linesOf({ name, kind, offers }: Control): string[] {
  const common = { name, toName: 'text', perRegion: 'true' }
  if (kind === 'number') return [`    <Number${attributesOf(common)}/>`]
  if (kind === 'textarea')
    return [`    <TextArea${attributesOf({ ...common, maxSubmissions: '1', editable: 'true' })}/>`]
  return [
    `    <Choices${attributesOf({ ...common, choice: 'single' })}>`,
    ...offers.map((value) => `      <Choice${attributesOf({ value })}/>`),
    '    </Choices>',
  ]
}

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (value: string): string => withoutControls(value).replace(/[&<>"]/g, (one) => ENTITIES[one]!)

/** XML has no place for these characters, and an attribute none for line ends. */
const withoutControls = (value: string): string => value.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')

export const isConfig = ({ head }: SetFile): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)?<View[\s>]/.test(head) &&
  /<(?:Labels|HyperTextLabels|Label|Text|HyperText|Relations|Choices)[\s/>]/.test(head)

/** The field of a task's data in which each text of a configuration stands, by the name of the text: `text` → `news`. */
export function textFieldsOf(file: SetFile): Outcome<Map<string, string>> {
  const text = file.text
  if (!text.ok) return text
  const fields = new Map<string, string>()
  const trouble = walkXml(
    text.value,
    {
      open({ name, attributes }) {
        if (!/^(Text|HyperText)$/.test(name)) return
        const field = /^\$([\w.-]+)$/.exec(attributes['value']?.value ?? '')?.[1]
        const of = attributes['name']?.value
        if (of && field) fields.set(of, field)
      },
    },
    DEEPEST,
  )
  return trouble === undefined
    ? ok(fields)
    : refuse('unreadable', `“${file.name}” is no labelling configuration that can be read: ${trouble}.`)
}
