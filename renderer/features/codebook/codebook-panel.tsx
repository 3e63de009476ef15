import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { type Codebook, linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import { type Place, addLinkType, addTag } from '../../state/codebook-edits'
import { provisionalId } from '../../state/codebook-ids'
import { same } from '../../state/codebook-merging'
import { problemsOf } from '../../state/codebook-problems'
import { changesBetween } from '../../state/codebook-summary'
import { freeKeys, freshTag } from '../../../src/api/fresh-tag'
import { exportCodebook, importCodebook, saveCodebook } from '../../state/saving-codebook'
import { usePreferences, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { type Drafting, DraftingProvider } from './drafting'
import { TextField } from './fields'
import { LinkForm } from './link-form'
import { Outline, type Part, partsOf } from './outline'
import { PlaceButtons } from './place-buttons'
import { TagForm } from './tag-form'
import './codebook-panel.css'

/** What annotators may say: tags, their attributes, and links, as a draft of the next version. */
export function CodebookPanel() {
  const session = useSession()
  const { base, draft, saving } = useStore(session.codebookDraft.view)
  const chosenKeys = usePreferences(({ keys }) => keys)
  const [wanted, setPart] = useState<Part>()
  const [refusal, setRefusal] = useState<string>()
  const panel = useRef<HTMLDivElement>(null)
  const parts = partsOf(draft)
  const part = parts.find(({ of, id }) => of === wanted?.of && id === wanted.id) ?? parts[0]!
  const problems = useMemo(() => problemsOf(draft, chosenKeys), [draft, chosenKeys])
  const changes = useMemo(() => changesBetween(base, draft), [base, draft])
  const changed = !same(base, draft)

  const drafting: Drafting = {
    draft,
    change: (edit) => {
      setRefusal(undefined)
      session.codebookDraft.change(edit)
    },
    isSaved: (place) => isIn(base, place),
    problemAt: (at) => problems.find((problem) => problem.at === at)?.message,
    free: useMemo(() => freeKeys(draft, chosenKeys), [draft, chosenKeys]),
  }

  const add = (of: Part['of']): void => {
    const id = provisionalId(draft)
    flushSync(() => {
      drafting.change((before) =>
        of === 'tag' ? addTag(before, freshTag(before, chosenKeys, id)) : addLinkType(before, id),
      )
      setPart({ of, id })
    })
    panel.current?.querySelector<HTMLElement>('.codebook-name input')?.focus()
  }

  const save = async (): Promise<void> => {
    // What is new gets another id when it is saved, but keeps its place.
    const at = parts.indexOf(part)
    const refused = await saveCodebook(session)
    setRefusal(refused)
    if (refused !== undefined) return
    flushSync(() => setPart(partsOf(session.codebookDraft.view.getState().draft)[at]))
    focusOutline()
  }

  const discard = (): void => {
    flushSync(() => session.codebookDraft.discard())
    focusOutline()
  }

  // The buttons of the foot have nothing to do any more, and so cannot keep the focus.
  const focusOutline = (): void => panel.current?.querySelector<HTMLElement>('[data-first]')?.focus()

  const first = (of: Part['of']): number => parts.findIndex((one) => one.of === of)
  const last = (of: Part['of']): number => parts.findLastIndex((one) => one.of === of)
  const at = parts.indexOf(part)
  const tag = part.of === 'tag' ? tagById(draft, part.id) : undefined
  const type = part.of === 'link' ? linkTypeById(draft, part.id) : undefined
  const item = tag ?? type
  return (
    <Dialog name="Codebook" onClose={() => session.show(undefined)}>
      <DraftingProvider value={drafting}>
        <div ref={panel} className="codebook">
          <div className="codebook-side">
            <TextField
              label="Name of the codebook"
              at="name"
              value={draft.name}
              maxLength={200}
              onChange={(name) => drafting.change((before) => ({ ...before, name }))}
            />
            <Outline
              chosen={part}
              troubled={({ of, id }) => problems.some((problem) => isWithin(problem.at, of, id))}
              onChoose={setPart}
            />
            <div className="codebook-adding">
              <Button onClick={() => add('tag')}>Add tag</Button>
              <Button onClick={() => add('link')}>Add link type</Button>
            </div>
          </div>
          {item && (
            <section className="codebook-form" aria-labelledby="codebook-part" key={`${part.of} ${part.id}`}>
              <header>
                <h3 id="codebook-part">
                  {item.name.trim() || (tag ? 'New tag' : 'New link type')}
                  {item.retired && <span className="codebook-told"> retired</span>}
                </h3>
                <PlaceButtons
                  place={part}
                  name={item.name}
                  retired={item.retired}
                  first={at === first(part.of)}
                  last={at === last(part.of)}
                  onRemove={focusOutline}
                />
              </header>
              {tag && <TagForm tag={tag} />}
              {type && <LinkForm type={type} />}
            </section>
          )}
        </div>
      </DraftingProvider>
      <footer className="dialog-foot codebook-foot">
        <Button onClick={() => void importCodebook(session).then(setRefusal)}>Import…</Button>
        <Button onClick={() => void exportCodebook(session).then(setRefusal)}>Export…</Button>
        <Standing refusal={refusal} changes={changes} problems={problems.map(({ message }) => message)} />
        <Button disabled={!changed || saving} onClick={discard}>
          Discard changes
        </Button>
        <Button primary disabled={!changed || saving || problems.length > 0} onClick={() => void save()}>
          Save as version {base.version + 1}
        </Button>
      </footer>
    </Dialog>
  )
}

const SHOWN = 3

/** What saving would change, or why it cannot be saved. */
function Standing({
  refusal,
  changes,
  problems,
}: {
  readonly refusal: string | undefined
  readonly changes: readonly string[]
  readonly problems: readonly string[]
}) {
  const [problem] = problems
  const more = changes.length > SHOWN ? `, and ${changes.length - SHOWN} more` : ''
  return (
    <p className="codebook-standing" aria-live="polite">
      {refusal !== undefined ? (
        <span className="codebook-problem">{refusal}</span>
      ) : (
        <>
          {changes.length === 0 ? 'Nothing is changed' : changes.slice(0, SHOWN).join(' · ') + more}
          {problem !== undefined && (
            <span className="codebook-problem">
              {' '}
              To be put right first{problems.length > 1 ? ` (${problems.length})` : ''}: {problem}
            </span>
          )}
        </>
      )}
    </p>
  )
}

/** Whether a field is one of a tag or a link type; see `fieldOf`. */
const isWithin = (at: string, of: Part['of'], id: string): boolean => {
  if (!at.startsWith('[')) return false
  const [kind, owner] = JSON.parse(at) as string[]
  return (kind === 'link') === (of === 'link') && owner === id
}

function isIn({ tags, links }: Codebook, place: Place): boolean {
  if (place.of === 'link') return links.some(({ id }) => id === place.id)
  if (place.of === 'tag') return tags.some(({ id }) => id === place.id)
  const attributes = tags.find(({ id }) => id === place.tag)?.attributes ?? []
  if (place.of === 'attribute') return attributes.some(({ id }) => id === place.id)
  const attribute = attributes.find(({ id }) => id === place.attribute)
  return attribute?.kind === 'choice' && attribute.options.some(({ id }) => id === place.id)
}
