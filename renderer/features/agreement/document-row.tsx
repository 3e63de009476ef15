import type { ComponentProps } from 'react'
import type { DocumentLine } from './document-rows'
import { figureWords, valueOf } from './figures'
import type { Names } from './names'

interface Props {
  readonly row: DocumentLine
  readonly index: number
  /** How high what is not drawn above it would be, in CSS pixels. */
  readonly gap: number
  readonly names: Names
  readonly button: ComponentProps<'button'>
  readonly onOpen: () => void
}

export function DocumentRow({ row, index, gap, names, button, onOpen }: Props) {
  const { title, readers, marks, figure } = row
  const people = readers.map(names.person).join(', ')
  return (
    <>
      {gap > 1 && (
        <tr aria-hidden="true">
          <td colSpan={4} style={{ blockSize: gap, padding: 0 }} />
        </tr>
      )}
      <tr aria-rowindex={index + 2}>
        <th scope="row">
          <button type="button" {...button} title={title} onClick={onOpen}>
            {title}
          </button>
        </th>
        <td title={people}>
          <span aria-hidden="true">{readers.map(names.sign).join(' ')}</span>
          <span className="unseen">{people}</span>
        </td>
        <td>{marks.toLocaleString('en')}</td>
        <td data-none={valueOf(figure) === undefined}>{figureWords(figure)}</td>
      </tr>
    </>
  )
}
