import type { ReactNode } from 'react'

/** Icons are drawn on 16 by 16 pixels with the colour of the text around them; they are decoration. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export const StartPanelIcon = () => (
  <Icon>
    <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="2" />
    <path d="M6 3v10" />
  </Icon>
)

export const EndPanelIcon = () => (
  <Icon>
    <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="2" />
    <path d="M10 3v10" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.6 3.6" />
  </Icon>
)

export const OpenIcon = () => (
  <Icon>
    <path d="M8 3.2v9.6M3.2 8h9.6" />
  </Icon>
)

export const ExportIcon = () => (
  <Icon>
    <path d="M8 10V2.4M5 5.2l3-3 3 3M3 9.5v3.3h10V9.5" />
  </Icon>
)

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3 2.8 5.8l2.7 2.7M3 5.8h6.2a3.6 3.6 0 0 1 0 7.2H6.5" />
  </Icon>
)

export const RedoIcon = () => (
  <Icon>
    <path d="m10.5 3 2.7 2.8-2.7 2.7M13 5.8H6.8a3.6 3.6 0 0 0 0 7.2h2.7" />
  </Icon>
)

export const RemoveIcon = () => (
  <Icon>
    <path d="M2.8 4.5h10.4M6.3 4.3V2.8h3.4v1.5M4.2 4.7l.6 8.5h6.4l.6-8.5" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)

export const SavedIcon = () => (
  <Icon>
    <path d="m3.4 8.6 3 3 6.2-7" />
  </Icon>
)

export const WaitingIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.4" strokeDasharray="2.2 2.6" />
  </Icon>
)

export const TroubleIcon = () => (
  <Icon>
    <path d="M8 2.4 14.2 13H1.8zM8 6.6v3M8 11.3v.1" />
  </Icon>
)

export const ArticlesIcon = () => (
  <Icon>
    <path d="M4 1.8h5.6L12.6 5v9.2H4zM9.4 2v3.2h3M6 8h4.6M6 10.6h4.6" />
  </Icon>
)

export const UpIcon = () => (
  <Icon>
    <path d="M8 12.8V3.4M4.2 7 8 3.2 11.8 7" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="M8 3.2v9.4M4.2 9 8 12.8 11.8 9" />
  </Icon>
)

/** Put away, not gone. */
export const RetireIcon = () => (
  <Icon>
    <path d="M2.2 3h11.6v3H2.2zM3.2 6v7h9.6V6M6.4 8.6h3.2" />
  </Icon>
)

export const BackIcon = () => (
  <Icon>
    <path d="M2.2 3h11.6v3H2.2zM3.2 6v7h9.6V6M8 11.4V8M6.4 9.4 8 7.8l1.6 1.6" />
  </Icon>
)

export const LockIcon = () => (
  <Icon>
    <rect x="3.2" y="7" width="9.6" height="6.6" rx="1.4" />
    <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
  </Icon>
)

export const LinkIcon = () => (
  <Icon>
    <path d="M6.6 9.4 9.4 6.6M7.4 4.6l1.5-1.5a2.8 2.8 0 0 1 4 4l-1.5 1.5M8.6 11.4l-1.5 1.5a2.8 2.8 0 0 1-4-4l1.5-1.5" />
  </Icon>
)

export const TurnIcon = () => (
  <Icon>
    <path d="M3 5.6h9.4M9.8 3l2.7 2.6-2.7 2.6M13 10.6H3.6M6.2 8l-2.7 2.6 2.7 2.6" />
  </Icon>
)

export const RewriteIcon = () => (
  <Icon>
    <path d="M3 13l.7-3L10.6 3l2.4 2.4L6 12.3zM9 4.6 11.4 7" />
  </Icon>
)
