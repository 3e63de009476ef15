import { randomBytes } from 'node:crypto'
import { type NewId, idMaker } from '../base/id'

/** Ids that nobody can guess and no two computers share. */
export const newId: NewId = idMaker((count) => randomBytes(count))
