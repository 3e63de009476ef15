/** What the items of both kinds are given by the list. */
export interface ItemPlace {
  readonly 'data-key': string
  readonly 'data-index': number
  readonly 'aria-setsize': number
  readonly 'aria-posinset': number
  readonly style: { readonly transform: string }
  readonly ref: (element: Element | null) => void
}

export interface ItemLink {
  readonly tabIndex: number
  readonly onOpen: () => void
  readonly onFocus: () => void
}
