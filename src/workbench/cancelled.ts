import { refuse } from '../base/outcome'

/** How a task ends that was taken back. It stands apart from what tasks do, which a host's own thread never loads. */
export const cancelled = refuse('cancelled', 'This was cancelled before it was done.')
