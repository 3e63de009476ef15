import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog } from './dialog'
import './chooser.css'

interface Props<T> {
  /** Of the panel, and of the list in it. */
  readonly name: string
  readonly field: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What is offered, in order. */
  readonly options: readonly T[]
  readonly keyOf: (option: T) => string
  readonly labelOf?: (option: T) => string
  readonly isEnabled?: (option: T) => boolean
  readonly renderOption: (option: T) => ReactNode
  /** Called when the panel is gone and the focus is back where it was: what is done may send it elsewhere. */
  readonly onChoose: (option: T) => void
  readonly onClose: () => void
  /** What there is to say about the list, such as that it is empty. */
  readonly children?: ReactNode
}

const PAGE = 8 // options that the Page keys pass

/** A panel in which one of many things is chosen by typing some of its words: a combobox with its list. */
export function Chooser<T>(props: Props<T>) {
  const { options, keyOf, labelOf, isEnabled = () => true } = props
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const active = Math.min(at, options.length - 1)
  const chosen = options[active]

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  })

  const choose = (option: T | undefined): void => {
    if (option === undefined || !isEnabled(option)) return
    flushSync(props.onClose)
    props.onChoose(option)
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = options.length - 1
    const moved: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + PAGE),
      PageUp: Math.max(0, active - PAGE),
    }
    const next = moved[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') choose(chosen)
    else return
    event.preventDefault()
  }

  return (
    <Dialog name={props.name} headed={false} onClose={props.onClose}>
      <div className="chooser">
        <input
          data-first
          className="chooser-field"
          role="combobox"
          aria-label={props.field}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}list`}
          aria-activedescendant={chosen === undefined ? undefined : `${id}${keyOf(chosen)}`}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={props.query}
          onChange={({ target }) => {
            props.onQuery(target.value)
            setAt(0)
          }}
          onKeyDown={byKey}
        />
        <ul ref={list} id={`${id}list`} className="chooser-list" role="listbox" aria-label={props.name}>
          {options.map((option, k) => (
            <li
              key={keyOf(option)}
              id={`${id}${keyOf(option)}`}
              className="chooser-option"
              role="option"
              aria-label={labelOf?.(option)}
              aria-selected={k === active}
              aria-disabled={!isEnabled(option)}
              onPointerMove={() => setAt(k)}
              onClick={() => choose(option)}
            >
              {props.renderOption(option)}
            </li>
          ))}
        </ul>
        {props.children}
      </div>
    </Dialog>
  )
}
