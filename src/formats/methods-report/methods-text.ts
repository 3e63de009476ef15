import { momentInWords } from '../sets/reports/report-words'
import { adjudicationBlocks } from './adjudication-blocks'
import { dataBlocks } from './data-blocks'
import { differenceBlocks } from './difference-blocks'
import { figureBlocks } from './figure-blocks'
import { type Block, type Methods, Names, heading, list, paragraph } from './methods'

/** The report from its first words to its last, after its title. */
export function blocksOf(methods: Methods): Block[] {
  const names = new Names(methods)
  return [
    paragraph(`Report of methods of ${momentInWords(methods.at)}, made with Assay ${methods.version}.`),
    ...dataBlocks(methods, names),
    ...figureBlocks(methods.survey, names),
    ...differenceBlocks(methods.survey, names),
    ...intervalBlocks(methods),
    ...adjudicationBlocks(methods.adjudication),
    ...(methods.troubles.length > 0 ? [heading('Left out'), list(methods.troubles)] : []),
  ]
}

function intervalBlocks({ survey: { seed, draws, gamma } }: Methods): Block[] {
  const sampled =
    gamma &&
    `γ was taken with the weights α = ${gamma.position} for place and β = ${gamma.category} for tag. Chance is the mean of at ` +
      `least ${gamma.samples} random texts a document, and of as many as it takes to know it to ${100 * gamma.precision} %, ` +
      `up to ${gamma.mostSamples}. ${
        gamma.approximated === 0
          ? 'All alignments are exact.'
          : `In ${gamma.approximated} of the documents not every alignment could be proven to be the best.`
      }`
  return [
    heading('Intervals'),
    paragraph(
      `In brackets stand 95 % intervals by bootstrap over documents, percentile method (Efron & Tibshirani 1993, An ` +
        `Introduction to the Bootstrap, ch. 13): ${draws} draws of as many documents as count, with the seed ${seed}, which ` +
        `gives the same intervals of the same annotations again. Documents are drawn, not annotations, because those of ` +
        `one document are not independent of each other. Where fewer than ten documents count there is no interval.`,
    ),
    ...(sampled === undefined ? [] : [paragraph(sampled)]),
    paragraph(
      'What is high enough is a convention. Krippendorff (2004, Content Analysis, 2nd ed., pp. 241–243) relies on α of ' +
        '.800 and more and draws tentative conclusions from .667 on; what counts is what follows from a mistake.',
    ),
  ]
}
