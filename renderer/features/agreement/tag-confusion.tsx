import { type ReactNode, memo, useMemo } from 'react'
import type { Survey } from '../../../src/core/agreement/survey-result'
import type { Agreement } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { Glyph } from '../../ui/tinted'
import { behindTags, pairKey } from './behind'
import type { Names } from './names'
import { openDifferences } from './opening'
import { heatOf } from './pair-matrix'
import { HeatMap } from './plots/heat-map'
import { PlotSection } from './plots/plot-section'
import { useRoving } from './roving'

interface Props {
  readonly agreement: Agreement
  readonly survey: Survey
  readonly names: Names
  readonly pair: string | undefined
  readonly choice: ReactNode
}

type Said = string | null

const NOTHING = 'Nothing'

/** What one called this and the other that. */
export const TagConfusion = memo(function TagConfusion({ agreement, survey, names, pair, choice }: Props) {
  const session = useSession()
  const one = survey.confusion.byPair.find(({ first, second }) => pairKey(first, second) === pair)
  const found = one?.cells ?? survey.confusion.all
  const said: readonly Said[] = useMemo(() => [...survey.tags, null], [survey])
  // Whoever said which does not count without a pair: nothing is what the other said then.
  const lines: readonly Said[] = one ? said : survey.tags
  const cells = new Map(found.map((cell) => [keyOf(cell.first, cell.second), cell]))
  // Agreement would drown the rest: only what differs is measured by what differs most.
  const most = Math.max(1, ...found.filter(({ first, second }) => first !== second).map(({ count }) => count))
  const share = (first: Said, second: Said, count: number): number => (first === second ? 0.12 : count / most)
  const { ofTable, ofButton } = useRoving(
    lines.flatMap((first) => said.map((second) => keyOf(first, second)).filter((key) => cells.has(key))),
  )
  const nameOf = (tag: Said): string => (tag === null ? NOTHING : names.tag(tag).name)
  const [rows, columns] = one
    ? [names.person(one.first), names.person(one.second)]
    : ['One annotator', 'The other']
  const open = (first: Said, second: Said): void => {
    const name =
      first === second
        ? `Tagged as ${nameOf(first)} by both`
        : `${nameOf(first)} for ${rows}, ${nameOf(second)} for ${columns}`
    openDifferences(session, agreement, behindTags(survey, name, { pair, first, second }))
  }
  const title = 'Confusion of tags'
  const kept = {
    name: 'agreement-tags',
    heads: ['first annotator', 'second annotator', 'tag of the first', 'tag of the second', 'cases'],
    rows: () =>
      survey.confusion.byPair.flatMap((of) =>
        of.cells.map(({ first, second, count }) => [
          names.person(of.first),
          names.person(of.second),
          nameOf(first),
          nameOf(second),
          count,
        ]),
      ),
    plot: (
      <HeatMap
        title={title}
        axes={[rows, columns]}
        rows={lines.map(nameOf)}
        columns={said.map(nameOf)}
        cells={found.map(({ first, second, count }) => ({
          row: lines.indexOf(first),
          column: said.indexOf(second),
          words: count.toLocaleString('en'),
          share: share(first, second, count),
        }))}
      />
    ),
  }
  return (
    <PlotSection
      title={title}
      choice={choice}
      note={
        one
          ? `What ${rows} said is on the left, what ${columns} said above. A number opens the cases.`
          : 'Of every two annotators, whoever said which. A number opens the cases.'
      }
      kept={kept}
    >
      <div className="table-frame">
        <table className="heat confusion" data-crowded={said.length > 6} {...ofTable}>
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <td />
              {said.map((tag) => (
                <th key={tag ?? ''} scope="col">
                  <TagName tag={tag} names={names} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((first) => (
              <tr key={first ?? ''}>
                <th scope="row">
                  <TagName tag={first} names={names} />
                </th>
                {said.map((second) => {
                  const cell = cells.get(keyOf(first, second))
                  if (!cell) return <td key={second ?? ''} className="heat-none" />
                  const { count } = cell
                  return (
                    <td key={second ?? ''} style={heatOf(share(first, second, count))}>
                      <button
                        type="button"
                        {...ofButton(keyOf(first, second))}
                        aria-label={`${nameOf(first)} and ${nameOf(second)}: ${counted(count, 'case')}`}
                        onClick={() => open(first, second)}
                      >
                        {count.toLocaleString('en')}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PlotSection>
  )
})

const keyOf = (first: Said, second: Said): string => JSON.stringify([first, second])

function TagName({ tag, names }: { readonly tag: Said; readonly names: Names }) {
  if (tag === null) return <span className="heat-name heat-nothing">{NOTHING}</span>
  const { name, glyph, property } = names.tag(tag)
  return (
    <span className="heat-name">
      <Glyph glyph={glyph} property={property} /> {name}
    </span>
  )
}
