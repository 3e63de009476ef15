import { describe, expect, test, vi } from 'vitest'
import { expectOk } from '../../base/outcome'
import { survivesDamage } from '../../testing/hostile'
import { setFile } from '../../testing/round-trip'
import { exportedOf, toy } from '../../testing/toy'
import type { Codec } from './codec'
import { codecs } from './index'
import { readSets } from './reading'
import { filesInZip } from './zip'

vi.setConfig({ testTimeout: 120_000 })

const CASES = 10_000

/** What the format writes, as the file that it is and as the files in it. */
function filesOf(codec: Codec) {
  const file = setFile(`a.${codec.extension}`, codec.write(exportedOf(toy)))
  return { file, inside: file.isZip ? expectOk(filesInZip(file)) : [file] }
}

const read = codecs.filter(({ reader }) => reader !== undefined).map((codec) => [codec.id, codec] as const)

describe.each(read)('%s', (_, codec) => {
  test('ten thousand damaged files end with records, problems or a sentence', () => {
    const { file, inside } = filesOf(codec)
    const isArchive = codec.reader!.recognises(file) && inside[0] !== file
    // Of JSON, as many again have a wrong value somewhere.
    const kinds = isArchive || inside.some(({ json }) => json.ok) ? 2 : 1
    survivesDamage(codec, inside, CASES / kinds)
    if (isArchive) survivesDamage(codec, [file], CASES / kinds)
  })

  test('what is deep, long or empty is read in no time or refused', () => {
    const begun = performance.now()
    for (const content of hostile) {
      const named = readSets([setFile(`a.${codec.extension}`, content)], codec.id)
      if (!named.ok) expect(named.refusal.message).toMatch(/\S.*\.$/s)
    }
    // Seconds at most, for all of them together: a wrong order of growth takes minutes.
    expect(performance.now() - begun).toBeLessThan(30_000)
  })
})

const deep = 100_000
const hostile = [
  '',
  '\uFEFF',
  '['.repeat(deep),
  '{"a":'.repeat(deep),
  '[['.repeat(deep) + ']]'.repeat(deep),
  '<a>'.repeat(deep),
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><a>&b;</a>',
  '"'.repeat(1_000_001),
  'a'.repeat(1_000_000),
  'a b\t'.repeat(250_000),
  'T1\tClaim 0 1;'.repeat(100_000),
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  '[{"__proto__": []}, null, true, 1e999, -0]',
  '\u0000'.repeat(1000),
]

test('nothing was written into the prototype of everything', () => {
  expect('polluted' in {}).toBe(false)
})
