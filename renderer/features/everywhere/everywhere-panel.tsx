import { useEffect, useMemo, useState } from 'react'
import { type Tag, offeredTags } from '../../../src/core/codebook/codebook'
import {
  type Occurrence,
  occurrencesElsewhere,
  occurrencesHere,
  tagEverywhere,
  wordsToTag,
} from '../../state/everywhere'
import { useCodebook, useLibraryView, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import './everywhere.css'

const keyOf = ({ document, range }: Occurrence): string => `${document} ${range.start}`

/** Where else the same words stand, with a tick for each place that is to be tagged. */
export function EverywherePanel() {
  const session = useSession()
  const tags = offeredTags(useCodebook())
  const [words, setWords] = useState(() => wordsToTag(session))
  const [tag, setTag] = useState<Tag>(() => tags.find(({ id }) => id === session.picked?.tag) ?? tags[0]!)
  const [matchCase, setMatchCase] = useState(true)
  const [wholeWords, setWholeWords] = useState(true)
  const [library, setLibrary] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [working, setWorking] = useState(false)
  const wanted = useMemo(() => ({ words, tag, matchCase, wholeWords }), [words, tag, matchCase, wholeWords])
  const here = useMemo(() => occurrencesHere(session, wanted), [session, wanted])
  const { found, progress } = useElsewhere(library, words, matchCase, wholeWords)
  const all = [...here, ...found]
  const chosen = all.filter((one) => !one.tagged && !left.has(keyOf(one)))

  const toggle = (one: Occurrence): void =>
    setLeft((before) => {
      const next = new Set(before)
      if (!next.delete(keyOf(one))) next.add(keyOf(one))
      return next
    })
  const run = async (): Promise<void> => {
    if (working || chosen.length === 0) return
    setWorking(true)
    const done = await tagEverywhere(session, tag, chosen)
    setWorking(false)
    if (done) session.show(undefined)
  }

  return (
    <Dialog name="Tag the same words everywhere" onClose={() => session.show(undefined)}>
      <form
        className="everywhere"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <label className="everywhere-words">
          <span>Words</span>
          <input
            data-first
            value={words}
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
        <div className="everywhere-how">
          <label>
            <span>Tag as</span>
            <select
              value={tag.id}
              onChange={({ target }) => setTag(tags.find(({ id }) => id === target.value) ?? tag)}
            >
              {tags.map(({ id, name, glyph }) => (
                <option key={id} value={id}>
                  {glyph} {name}
                </option>
              ))}
            </select>
          </label>
          <Tick name="Match case" checked={matchCase} onChange={setMatchCase} />
          <Tick name="Whole words" checked={wholeWords} onChange={setWholeWords} />
          <Tick name="In all articles" checked={library} onChange={setLibrary} />
        </div>
        <p className="everywhere-summary" role="status">
          {words.trim() === ''
            ? 'Select some words, pick an annotation, or type what is to be tagged.'
            : `${count(all.length)}, ${count(chosen.length)} to be tagged${progress}`}
        </p>
        <Places all={all} left={left} onToggle={toggle} />
        <footer className="dialog-foot">
          <Button onClick={() => session.show(undefined)}>Cancel</Button>
          <Button primary disabled={working || chosen.length === 0} onClick={() => void run()}>
            Tag {count(chosen.length)}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

const count = (number: number): string => (number === 1 ? '1 place' : `${number.toLocaleString('en')} places`)

/** The places in other articles, as far as they have been found; those of another search are none of this one. */
function useElsewhere(library: boolean, words: string, matchCase: boolean, wholeWords: boolean) {
  const session = useSession()
  const search = JSON.stringify([library, words, matchCase, wholeWords])
  const [so, setSo] = useState<SoFar>({ search, found: [], progress: '' })
  useEffect(() => {
    if (!library || words.trim() === '') return undefined
    const stop = new AbortController()
    const begin = setTimeout(() => {
      void occurrencesElsewhere(
        session,
        { words, matchCase, wholeWords },
        (more, done, all) =>
          setSo((before) => ({
            search,
            found: before.search === search ? [...before.found, ...more] : more,
            progress: done < all ? `; ${done} of ${all} articles looked through` : '',
          })),
        stop.signal,
      )
    }, 250) // ms of quiet after the last key
    return () => {
      clearTimeout(begin)
      stop.abort()
    }
  }, [session, search, library, words, matchCase, wholeWords])
  return so.search === search ? so : { found: [], progress: '' }
}

interface SoFar {
  readonly search: string
  readonly found: readonly Occurrence[]
  readonly progress: string
}

interface PlacesProps {
  readonly all: readonly Occurrence[]
  readonly left: ReadonlySet<string>
  readonly onToggle: (one: Occurrence) => void
}

function Places({ all, left, onToggle }: PlacesProps) {
  const documents = useLibraryView((view) => view.documents)
  return (
    <ul className="everywhere-places" aria-label="Places">
      {all.map((one, k) => {
        const title = documents.get(one.document)?.title ?? one.document
        return (
          <li key={keyOf(one)}>
            {all[k - 1]?.document !== one.document && <p className="everywhere-title">{title}</p>}
            <label className="everywhere-place">
              <input
                type="checkbox"
                checked={!one.tagged && !left.has(keyOf(one))}
                disabled={one.tagged}
                onChange={() => onToggle(one)}
              />
              <span>
                {one.before}
                <mark>{one.words}</mark>
                {one.after}
                {one.tagged && <i> · tagged so already</i>}
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}

function Tick({
  name,
  checked,
  onChange,
}: {
  readonly name: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className="everywhere-tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{name}</span>
    </label>
  )
}
