import { expect, test } from 'vitest'
import { GAMMA, offered } from '../../../src/core/agreement/measures'
import { gammaListed } from './gamma-listed'

test('γ is called the same before and after it has been worked out', () => {
  const gamma = offered({ seed: 0 }).find(({ measure }) => measure.id === GAMMA)
  const { id, name, answers, source, group, recommended } = gammaListed
  expect({ id, name, answers, source }).toEqual({
    id: gamma?.measure.id,
    name: gamma?.measure.name,
    answers: gamma?.measure.answers,
    source: gamma?.measure.source,
  })
  expect({ group, recommended }).toEqual({ group: gamma?.group, recommended: gamma?.recommended })
})
