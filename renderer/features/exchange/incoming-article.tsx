import type { ReactNode } from 'react'
import type { ImportTold } from '../../state/importing-sets'
import { counted } from '../../state/importing-sets'

type Incoming = ImportTold['documents'][number]
type Problem = ImportTold['problems'][number]

const KNOWN: Record<Incoming['how'], string> = {
  hash: 'the same text is here',
  id: 'here with another text',
  name: 'known by its name, its text reads otherwise here',
  said: 'the article that was named',
  new: 'a new article',
}

/** What an import would do to one article. */
export function IncomingArticle({
  document,
  children,
}: {
  readonly document: Incoming
  readonly children: ReactNode
}) {
  const { title, how, added, changed, removed, same, refused, remarks } = document
  return (
    <section className="incoming" aria-label={title}>
      <h3>{title}</h3>
      <p className="incoming-how">{KNOWN[how]}</p>
      <dl className="incoming-counts">
        <Count name="New" tally={added} />
        <Count name="Changed" tally={changed} />
        <Count name="Removed" tally={removed} />
        <Count name="Here already" tally={same} />
      </dl>
      {remarks.map((remark) => (
        <p key={remark} className="import-remark">
          {remark}
        </p>
      ))}
      {children}
      <Problems name="Left out" count={refused.count} problems={refused.first} />
    </section>
  )
}

function Count({ name, tally }: { readonly name: string; readonly tally: Incoming['added'] }) {
  const parts = [
    tally.annotations > 0 ? counted(tally.annotations, 'annotation') : '',
    tally.links > 0 ? counted(tally.links, 'link') : '',
    tally.comments > 0 ? counted(tally.comments, 'comment') : '',
    tally.verdicts > 0 ? counted(tally.verdicts, 'verdict') : '',
    tally.answers > 0 ? counted(tally.answers, 'answer') : '',
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{parts.join(', ')}</dd>
    </div>
  )
}

interface DoubtfulProps {
  readonly doubtful: Incoming['doubtful']
  readonly taken: ReadonlySet<string>
  readonly onTake: (place: string) => void
}

/** Annotations whose place is not certain, to be taken one by one. */
export function DoubtfulPlaces({ doubtful, taken, onTake }: DoubtfulProps) {
  if (doubtful.count === 0) return null
  return (
    <fieldset className="incoming-doubtful">
      <legend>{counted(doubtful.count, 'doubtful place')}: tick what is meant</legend>
      {doubtful.first.map(({ place, tag, words, before, after, why }) => (
        <label key={place}>
          <input type="checkbox" checked={taken.has(place)} onChange={() => onTake(place)} />
          <span>
            <b>{tag}</b> {before !== '' && '…'}
            {before}
            <mark>{words}</mark>
            {after}
            {after !== '' && '…'}
            <small>{why}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface ConflictsProps {
  readonly conflicts: Incoming['conflicts']
  readonly kept: ReadonlySet<string>
  readonly onKeep: (id: string) => void
}

/** What was made differently here and in the file: which version stands, and a tick that decides otherwise. */
export function Conflicts({ conflicts, kept, onKeep }: ConflictsProps) {
  if (conflicts.count === 0) return null
  const more = conflicts.count - conflicts.first.length
  return (
    <fieldset className="incoming-doubtful">
      <legend>{counted(conflicts.count, 'conflict')}: tick what is to be otherwise than it stands</legend>
      {conflicts.first.map(({ id, what, words, mine, theirs, stands, why }) => (
        <label key={id}>
          <input type="checkbox" checked={kept.has(id)} onChange={() => onKeep(id)} />
          <span>
            <b>{stands === 'mine' ? 'Take theirs' : 'Keep mine'}</b> {what}: <mark>{words}</mark>
            <small>Mine: {mine}</small>
            <small>Theirs: {theirs}</small>
            <small>{why}</small>
          </span>
        </label>
      ))}
      {more > 0 && (
        <p className="import-remark">And {more.toLocaleString('en')} more, which stay as they stand.</p>
      )}
    </fieldset>
  )
}

interface ProblemsProps {
  readonly name: string
  readonly count: number
  readonly problems: readonly Problem[]
}

/** What could not be taken, each with its place in the file. */
export function Problems({ name, count, problems }: ProblemsProps) {
  if (count === 0) return null
  return (
    <details className="incoming-problems">
      <summary>
        {name}: {count.toLocaleString('en')}
      </summary>
      <ul>
        {problems.map(({ place, message }, k) => (
          <li key={k}>
            {place !== '' && <b>{place}</b>} {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
