import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Agreement } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { Chooser } from '../../ui/chooser'
import { useNames } from './names'
import { reviewPlace } from './opening'

/** More are found by typing. */
const MOST = 60

/** The documents with the differences behind a figure, of which one is opened. */
export function DifferencesPanel({ agreement }: { readonly agreement: Agreement }) {
  const { behind, survey } = useStore(agreement.view)
  return behind && survey ? <Places agreement={agreement} behind={behind} survey={survey} /> : null
}

type View = ReturnType<Agreement['view']['getState']>

interface Props {
  readonly agreement: Agreement
  readonly behind: NonNullable<View['behind']>
  readonly survey: NonNullable<View['survey']>
}

function Places({ agreement, behind, survey }: Props) {
  const session = useSession()
  const names = useNames(survey)
  const supposing = useStore(
    agreement.view,
    ({ whatIf }) => whatIf.merge.length > 0 || whatIf.ignoreShift > 0,
  )
  const [query, setQuery] = useState('')
  const places = useMemo(
    () =>
      behind.places.map((place) => ({
        ...place,
        title: names.document(place.document),
        people: place.annotators.map(names.person).join(' and '),
      })),
    [behind, names],
  )
  const several = new Set(places.map(({ people }) => people)).size > 1
  const found = useMemo(() => {
    const words = query.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
    return places.filter(({ title, people }) => {
      const here = `${title} ${people}`.toLocaleLowerCase('en')
      return words.every((word) => here.includes(word))
    })
  }, [places, query])
  return (
    <Chooser
      name={behind.name}
      field="Article"
      placeholder="Type a few words of a title or a name"
      query={query}
      onQuery={setQuery}
      options={found.slice(0, MOST)}
      keyOf={({ document, annotators }) => [document, ...annotators].join('-').replace(/\s+/g, '-')}
      renderOption={({ title, people, count }) => (
        <span className="place">
          <span className="place-title">{title}</span>
          {several && <span className="place-people">{people}</span>}
          <span className="place-count">{counted(count, 'case')}</span>
        </span>
      )}
      onChoose={(place) => reviewPlace(session, place, behind)}
      onClose={() => session.show(undefined)}
    >
      <p className="place-note">
        {found.length === 0 && 'No article has these words. '}
        {found.length > MOST && `And ${(found.length - MOST).toLocaleString('en')} more: type to find them. `}
        {behind.name}.{supposing && ' The review shows what they marked, not what is supposed.'}
      </p>
    </Chooser>
  )
}
