import type { Migration } from '../migrate'

/** Comments on annotations and links came with version 0.2. */
export const setsComments: Migration = {
  id: '0001-comments',
  up: (data) => ({ ...data, comments: [] }),
}
