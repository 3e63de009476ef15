const KRIPPENDORFF =
  'Krippendorff asks for .800 for firm conclusions, and for .667 at least for tentative ones (Content Analysis, 2004, p. 241). It is a convention: what is enough depends on what hangs on it.'

const LANDIS_KOCH =
  'Landis & Koch call .41–.60 moderate, .61–.80 substantial and more almost perfect (Biometrics 33, 1977, p. 165). The bands are arbitrary, as they say themselves: what is enough depends on what hangs on it.'

/** What is customarily asked of a measure, by its id, with its source; never a mark on a figure. */
export function customaryFor(measure: string): string | undefined {
  if (/^(u-)?alpha/.test(measure)) return KRIPPENDORFF
  return /^(kappa|fleiss)/.test(measure) ? LANDIS_KOCH : undefined
}
