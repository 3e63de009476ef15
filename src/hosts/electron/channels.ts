/** The two names under which the window and its host talk. */
export const REQUESTS = 'assay:request'
export const EVENTS = 'assay:event'

/** Where the page lives: a scheme of our own, so that nothing of the web and no file has the same origin. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://assay`
export const PAGE = `${ORIGIN}/`
