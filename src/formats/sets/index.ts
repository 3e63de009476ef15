import { assayJson } from './assay-json'
import type { Codec } from './codec'
import { csv } from './csv'
import { w3c } from './w3c'

/** The exchange formats, in the order in which dialogs list them: the lossless one first. */
export const codecs: readonly Codec[] = [assayJson, w3c, csv]

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id)
