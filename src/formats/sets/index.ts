import { assayBundle } from './assay/assay-bundle'
import { assayJson } from './assay/assay-json'
import { brat } from './brat/brat'
import { casJson } from './inception/cas-json'
import { casXmi } from './inception/cas-xmi'
import { claimReview } from './reports/claim-review'
import type { Codec } from './codec'
import { conll } from './conll/conll'
import { csv } from './tables/csv'
import { doccano } from './doccano/doccano'
import { htmlReport } from './reports/html-report'
import { labelStudio } from './label-studio/label-studio'
import { markdownReport } from './reports/markdown-report'
import { prodigy } from './prodigy/prodigy'
import { qdpx } from './qdpx/qdpx'
import { tei } from './reports/tei'
import { w3c } from './w3c/w3c'
import { webannoTsv } from './inception/webanno-tsv'
import { xlsx } from './tables/xlsx'

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
