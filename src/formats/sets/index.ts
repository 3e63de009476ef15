import { assayBundle } from './assay-bundle'
import { assayJson } from './assay-json'
import { brat } from './brat'
import { casJson } from './cas-json'
import { casXmi } from './cas-xmi'
import { claimReview } from './claim-review'
import type { Codec } from './codec'
import { conll } from './conll'
import { csv } from './csv'
import { doccano } from './doccano'
import { htmlReport } from './html-report'
import { labelStudio } from './label-studio'
import { markdownReport } from './markdown-report'
import { prodigy } from './prodigy'
import { qdpx } from './qdpx'
import { tei } from './tei'
import { w3c } from './w3c'
import { webannoTsv } from './webanno-tsv'
import { xlsx } from './xlsx'

/**
 * The exchange formats, in the order in which dialogs list them: the lossless ones, reports for people, tables, then
 * other tools. A file is read by the first that recognises it, so what is more particular stands before what is less.
 */
export const codecs: readonly Codec[] = [
  assayJson,
  assayBundle,
  htmlReport,
  markdownReport,
  xlsx,
  csv,
  w3c,
  webannoTsv,
  casJson,
  casXmi,
  qdpx,
  brat,
  labelStudio,
  prodigy,
  doccano,
  conll,
  tei,
  claimReview,
]

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id)
