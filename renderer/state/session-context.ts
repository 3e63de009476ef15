import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Codebook } from '../../src/core/codebook/codebook'
import type { Preferences } from '../../src/core/preferences'
import { keysOf, withKey } from './known-commands'
import type { LibraryView } from './library'
import type { ArticleView, OpenArticle } from './open-article'
import type { Session } from './session'
import type { SessionView } from './session-view'
import type { Status } from './status'

const context = createContext<Session | undefined>(undefined)

export const SessionProvider = context.Provider

export function useSession(): Session {
  const session = useContext(context)
  if (!session) throw new Error('there is no session around this component')
  return session
}

/** Each of these draws its component anew only when what is selected is another value. */
export const useSessionView = <T>(select: (view: SessionView) => T): T => useStore(useSession().view, select)

/** What annotators may say now. */
export const useCodebook = (): Codebook => useSessionView(({ codebook }) => codebook)

export const usePreferences = <T>(select: (preferences: Preferences) => T): T =>
  useStore(useSession().preferences.view, select)

export const useLibraryView = <T>(select: (view: LibraryView) => T): T =>
  useStore(useSession().library.view, select)

export const useStatus = <T>(select: (status: Status) => T): T => useStore(useSession().status.view, select)

export const useArticle = <T>(article: OpenArticle, select: (view: ArticleView) => T): T =>
  useStore(article.view, select)

/** What tells a person the keys of commands: `keysOf` and `withKey`, for as long as these are the keys. */
export function useKeys(): {
  readonly keysOf: (id: string) => string[]
  readonly withKey: (words: string, id: string) => string
} {
  const session = useSession()
  useCodebook()
  usePreferences(({ keys }) => keys)
  return { keysOf: (id) => keysOf(session, id), withKey: (words, id) => withKey(session, words, id) }
}
