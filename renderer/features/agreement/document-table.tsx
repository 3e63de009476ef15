import { memo, useMemo, useRef, useState } from 'react'
import type { Survey, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { useSession } from '../../state/session-context'
import { useRows } from '../../ui/rows'
import { DocumentRow } from './document-row'
import { type Column, type Sort, rowsOf, sortedBy } from './document-rows'
import { cellColumns } from './figures'
import type { Names } from './names'
import { reviewPlace } from './opening'
import { PlotSection } from './plots/plot-section'
import { useRoving } from './roving'
import { SortableHead } from './sortable-head'

interface Props {
  readonly survey: Survey
  readonly measure: SurveyedMeasure
  readonly names: Names
}

const ROW = 29 // CSS pixels
const FEW = 10 // rows that are seen without scrolling

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['title', 'Article'],
  ['readers', 'Read by'],
  ['marks', 'Annotations'],
  ['figure', 'Figure'],
]

/** How far they agree in each document; its title opens what they differ in. */
export const DocumentTable = memo(function DocumentTable({ survey, measure, names }: Props) {
  const session = useSession()
  const [sort, setSort] = useState<Sort>({ by: 'figure', down: false })
  const rows = useMemo(() => rowsOf(survey, measure), [survey, measure])
  const sorted = useMemo(() => sortedBy(rows, sort), [rows, sort])
  const scroller = useRef<HTMLDivElement>(null)
  const { ofTable, ofButton, stop } = useRoving(useMemo(() => sorted.map(({ id }) => id), [sorted]))
  const virtual = useRows({
    count: sorted.length,
    scroller,
    estimate: ROW,
    keyOf: (index) => sorted[index]?.id ?? index,
    // What has the focus must not go away because it was scrolled out of sight.
    kept: [sorted.findIndex(({ id }) => id === stop)],
  })
  const drawn = virtual.getVirtualItems()
  const kept = {
    name: `agreement-by-article-${measure.id}`,
    heads: ['measure', 'article', 'id', 'read by', 'annotations', 'value', 'remark'],
    rows: () =>
      sorted.map(({ id, title, readers, marks, figure }) => {
        const [value, , , remark] = cellColumns({ figure, interval: { undefined: 'no data' } })
        const why = value === undefined ? remark : ''
        return [measure.name, title, id, readers.map(names.person).join('; '), marks, value, why]
      }),
  }
  return (
    <PlotSection
      title="By article"
      note="Those that two or more have read. A title opens what they differ in."
      kept={kept}
    >
      <div ref={scroller} className="table-frame" style={{ maxBlockSize: (FEW + 1.5) * ROW }}>
        <table className="documents" aria-rowcount={sorted.length + 1} {...ofTable}>
          <caption className="unseen">{measure.name} by article</caption>
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map(([column, name]) => (
                <SortableHead key={column} column={column} name={name} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ index, start }, k) => {
              const row = sorted[index]!
              return (
                <DocumentRow
                  key={row.id}
                  row={row}
                  index={index}
                  // Rows that are not drawn leave a gap of their height.
                  gap={start - (drawn[k - 1]?.end ?? start - (k === 0 ? index * ROW : 0))}
                  names={names}
                  button={ofButton(row.id)}
                  onOpen={() =>
                    reviewPlace(
                      session,
                      { document: row.id, annotators: row.readers, count: 0 },
                      { filter: { scope: 'differences' } },
                    )
                  }
                />
              )
            })}
            <Rest height={virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
    </PlotSection>
  )
})

function Rest({ height }: { readonly height: number }) {
  if (height < ROW) return null
  return (
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length} style={{ blockSize: height, padding: 0 }} />
    </tr>
  )
}
