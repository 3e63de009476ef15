import { type ReactNode, memo } from 'react'
import type { Survey } from '../../../src/core/agreement/survey-result'
import type { Agreement } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { KINDS, KIND_NAMES, type Kind, behindPairs, countOf, differing, pairKey } from './behind'
import type { Names } from './names'
import { openDifferences } from './opening'
import { KindBars, shareWords } from './plots/kind-bars'
import { PlotSection } from './plots/plot-section'
import { useRoving } from './roving'

interface Props {
  readonly agreement: Agreement
  readonly survey: Survey
  readonly names: Names
  readonly pair: string | undefined
  readonly choice: ReactNode
}

/** What the differences are made up of, whatever the measure. */
export const DisagreementSplit = memo(function DisagreementSplit(props: Props) {
  const { survey, names, pair, choice } = props
  const split = splitOf(survey, pair)
  const { counts } = split
  const [differ, agreed] = [differing(counts), counts.agreed]
  const title = 'What they differ in'
  const kinds = KINDS.map((kind) => ({ key: kind, name: KIND_NAMES[kind], count: countOf(counts, kind) }))
  const kept = {
    name: 'agreement-differences',
    heads: ['first annotator', 'second annotator', 'tag', 'agreed', ...KINDS],
    rows: () =>
      survey.split.byPair.flatMap((one) =>
        [{ tag: undefined, counts: one.counts }, ...one.byTag].map((row) => [
          names.person(one.first),
          names.person(one.second),
          row.tag === undefined ? 'all' : names.tag(row.tag).name,
          row.counts.agreed,
          ...KINDS.map((kind) => countOf(row.counts, kind)),
        ]),
      ),
    plot: <KindBars title={title} kinds={kinds} />,
  }
  return (
    <PlotSection
      title={title}
      choice={choice}
      note={`Of ${counted(differ + agreed, 'case')}, ${agreed.toLocaleString('en')} agree in everything (${shareWords(agreed, differ + agreed)}). A number opens the differences.`}
      kept={kept}
    >
      <KindBars title={title} kinds={kinds} />
      <SplitTable {...props} split={split} />
    </PlotSection>
  )
})

type Split = Pick<Survey['split'], 'byTag'> & { readonly counts: Survey['split']['all'] }

function splitOf({ split }: Survey, pair: string | undefined): Split {
  const one = split.byPair.find(({ first, second }) => pairKey(first, second) === pair)
  return one ?? { counts: split.all, byTag: split.byTag }
}

function SplitTable({ agreement, survey, names, pair, split }: Props & { readonly split: Split }) {
  const session = useSession()
  const rows = [
    { key: '', name: 'All', counts: split.counts },
    ...split.byTag.map(({ tag, counts }) => ({ key: tag, name: names.tag(tag).name, counts })),
  ]
  // Which documents have differences of one tag is not told: a tag's numbers are read, not opened.
  const openable = KINDS.filter((kind) => countOf(split.counts, kind) > 0)
  const { ofTable, ofButton } = useRoving(openable)
  const open = (kind: Kind): void =>
    openDifferences(
      session,
      agreement,
      behindPairs(survey, `Differences: ${KIND_NAMES[kind]}`, { pair, kind }),
    )
  return (
    <div className="table-frame">
      <table className="counts" {...ofTable}>
        <caption className="unseen">What the differences are made up of, by tag</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Agreed</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {KIND_NAMES[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, counts }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{counts.agreed.toLocaleString('en')}</td>
              {KINDS.map((kind) => {
                const count = countOf(counts, kind)
                const words = count.toLocaleString('en')
                return (
                  <td key={kind} data-zero={count === 0}>
                    {key === '' && count > 0 ? (
                      <button
                        type="button"
                        {...ofButton(kind)}
                        aria-label={`${KIND_NAMES[kind]}: ${counted(count, 'difference')}`}
                        onClick={() => open(kind)}
                      >
                        {words}
                      </button>
                    ) : (
                      words
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="plot-note">A case that involves two tags is in the rows of both.</p>
    </div>
  )
}
