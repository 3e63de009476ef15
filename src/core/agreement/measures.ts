import { alphaU } from './alpha-u'
import { kappaCharacters, kappaFound } from './cohen-kappa'
import { f1Characters } from './f1-characters'
import { f1Boundary, f1Partial } from './f1-partial'
import { f1Strict } from './f1-strict'
import { fleissCharacters, fleissFound } from './fleiss-kappa'
import { freeMarginalFound } from './free-marginal'
import { type GammaOptions, gamma } from './gamma'
import { ac1Characters, ac1Found } from './gwet-ac1'
import { alphaCharacters, alphaCoded, alphaFound } from './krippendorff-alpha'
import { linksAligned, linksExact, linksGivenEnds, linksOverlap } from './link-agreement'
import type { Figure, Measure, Scheme } from './measure'
import { percentCharacters, percentCoded, percentFound } from './percent'
import { semevalMeasures } from './semeval'
import type { MeasureGroup } from './survey-result'
import { codingOfTag, uAlpha, uAlphaBinary, uAlphaCoding } from './u-alpha'

/**
 * What a measure says of one tag: `alone`, what it says when all other tags are as if they were not there; or what it
 * says of the tag among the others, given the tally of all.
 */
type ByTag = 'alone' | ((total: Float64Array, scheme: Scheme, tag: string) => Figure)

/** A measure as it is offered. */
export interface Offered {
  readonly measure: Measure
  readonly group: MeasureGroup
  /** Whether it is one of those to begin with. */
  readonly recommended: boolean
  /** Absent where the measure means nothing of one tag by itself. */
  readonly byTag?: ByTag
}

interface More {
  readonly recommended?: boolean
  readonly byTag?: ByTag
}

const of =
  (group: MeasureGroup) =>
  (measure: Measure, { recommended = false, byTag }: More = {}): Offered => ({
    measure,
    group,
    recommended,
    ...(byTag === undefined ? {} : { byTag }),
  })

const placeAndTag = of('place-and-tag')
const place = of('place')
const tag = of('tag')
const practical = of('practical')
const links = of('links')
const recommended = { recommended: true } as const
const alone = { byTag: 'alone' } as const

/** The id of the one measure that takes minutes rather than seconds, and is therefore only taken when it is named. */
export const GAMMA = 'gamma'

/**
 * All measures in the order in which they are shown: by what they answer, the recommended ones of each group first.
 *
 * By tag there are no figures where a single tag leaves nothing to say: of links; of the tag, given the place, but for
 * cuα, which is defined for a tag among others; of places whatever the tag, which are those of the tag itself then; of
 * what was found, where two who marked the tag can only agree on it.
 */
export const offered = (options: GammaOptions): readonly Offered[] => [
  placeAndTag(uAlpha, { ...recommended, ...alone }),
  placeAndTag(gamma(options), alone),
  placeAndTag(alphaCharacters, alone),
  placeAndTag(alphaFound),
  placeAndTag(kappaCharacters, alone),
  placeAndTag(kappaFound),
  placeAndTag(fleissCharacters, alone),
  placeAndTag(fleissFound),
  placeAndTag(ac1Characters, alone),
  placeAndTag(ac1Found),
  placeAndTag(freeMarginalFound),
  place(uAlphaBinary, recommended),
  place(alphaU, alone),
  tag(alphaCoded, recommended),
  tag(uAlphaCoding, { byTag: codingOfTag }),
  tag(percentCoded),
  practical(f1Partial, { ...recommended, ...alone }),
  practical(f1Strict, { ...recommended, ...alone }),
  practical(f1Characters, alone),
  practical(f1Boundary),
  ...semevalMeasures.map((measure) =>
    practical(measure, measure.id === 'semeval-strict' || measure.id === 'semeval-partial' ? alone : {}),
  ),
  practical(percentFound),
  practical(percentCharacters, alone),
  links(linksAligned, recommended),
  links(linksOverlap),
  links(linksExact),
  links(linksGivenEnds),
]

/** The ids of all measures, as they may be named. */
export const measureIds: readonly string[] = offered({ seed: 0 }).map(({ measure }) => measure.id)

/** Those that are taken when none is named. */
export const usualMeasures: readonly string[] = measureIds.filter((id) => id !== GAMMA)
