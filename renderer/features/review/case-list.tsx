import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import type { Case } from '../../../src/core/review/cases'
import type { Standing } from '../../../src/core/review/standing'
import { tagProperty } from '../../editor/tones'
import { lookAt } from '../../state/judging'
import { shortest, quoteLine } from '../../state/quoting'
import type { Reviewing } from '../../state/reviewing'
import { useCodebook, useSession } from '../../state/session-context'
import { useRows } from '../../ui/rows'
import { Glyph } from '../../ui/tinted'
import { DIFFERENCES, STANDINGS } from './words'

const ROW = 44 // CSS pixels of a case

/** The cases that are listed, in the order of the text. The keys of the review move in it and decide. */
export function CaseList({ review }: { readonly review: Reviewing }) {
  const session = useSession()
  const { listed, chosen, standings, cases } = useStore(review.view)
  const scroller = useRef<HTMLDivElement>(null)
  const at = useMemo(() => listed.findIndex(({ id }) => id === chosen), [listed, chosen])
  const rows = useRows({
    count: listed.length,
    scroller,
    estimate: ROW,
    keyOf: (index) => listed[index]?.id ?? index,
    kept: [at],
  })
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at)
  }, [rows, at])
  useEffect(() => {
    scroller.current?.focus()
    return session.focus.subscribe((pane) => {
      if (pane === 'annotations') scroller.current?.focus()
    })
  }, [session])
  return (
    <div
      ref={scroller}
      className="case-list"
      role="listbox"
      aria-label="Cases"
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `case-${at}` : undefined}
    >
      {listed.length === 0 && <Nothing none={cases.length === 0} />}
      <div role="presentation" className="case-rows" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const one = listed[index]!
          return (
            <div
              key={key}
              id={`case-${index}`}
              ref={rows.measureElement}
              className="case"
              role="option"
              data-index={index}
              aria-selected={one.id === chosen}
              aria-setsize={listed.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => lookAt(session, one)}
            >
              <CaseLine one={one} standing={standings.get(one.id) ?? 'open'} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function CaseLine({ one, standing }: { readonly one: Case; readonly standing: Standing }) {
  const codebook = useCodebook()
  const session = useSession()
  const { mark, name } = STANDINGS[standing]
  const state = session.article?.state
  const [first] = one.members.values()
  if (!first || !state) return null
  const differences = one.differences.map((difference) => DIFFERENCES[difference]).join(', ')
  const tags =
    one.of === 'annotation' ? [...new Set([...one.members.values()].map((member) => member.tag))] : []
  const ends = 'from' in first ? [first.from, first.to].map((id) => state.annotations.get(id)) : []
  return (
    <>
      <span className="case-words">
        {tags.map((id) => {
          const tag = tagById(codebook, id)
          return (
            <span key={id}>
              <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(id)} />
              <span className="unseen">{tag?.name ?? id} </span>
            </span>
          )
        })}
        {one.of === 'link' && (
          <span className="case-link" aria-hidden="true">
            ↷
          </span>
        )}
        <span className="case-quote">
          {'span' in first
            ? quoteLine(first)
            : ends.map((end) => (end ? cut(shortest(end)) : '…')).join(' → ')}
        </span>
      </span>
      <span className="case-about">
        <span className="case-mark" data-standing={standing} aria-hidden="true">
          {mark}
        </span>
        <span className="unseen">{name}: </span>
        {one.of === 'link' && (
          <span>{`Link “${linkTypeById(codebook, (first as { type: string }).type)?.name ?? ''}”: `}</span>
        )}
        <span>{differences}</span>
      </span>
    </>
  )
}

/** So short that both ends of a link fit in a line. */
const cut = (words: string): string => (words.length > 24 ? `${words.slice(0, 22).trimEnd()}…` : words)

function Nothing({ none }: { readonly none: boolean }) {
  return (
    <p className="pane-empty">
      {none
        ? 'Nobody has tagged anything in this article yet.'
        : 'Nothing is listed: everything of this kind is decided.'}
    </p>
  )
}
