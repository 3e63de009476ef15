const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en')

/** A length of text as a list shows it: `7.1k characters`. */
export const shortLength = (units: number): string => `${compact.format(units).toLowerCase()} characters`

export const exactLength = (units: number): string => counted(units, 'character')

/** `1 claim`, `1,240 claims`. */
export const counted = (count: number, noun: string): string =>
  `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`
