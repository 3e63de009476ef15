import type { Column, Sort } from './document-rows'

interface Props {
  readonly column: Column
  readonly name: string
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** The head of a column by which rows can be put in order, one way and the other. */
export function SortableHead({ column, name, sort, onSort }: Props) {
  const chosen = sort.by === column
  return (
    <th scope="col" aria-sort={chosen ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="sort"
        onClick={() => onSort({ by: column, down: chosen ? !sort.down : false })}
      >
        {name}
        <span className="sort-mark" aria-hidden="true">
          {chosen ? (sort.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
