import { describe, expect, test } from 'vitest'
import { commands } from './commands'
import { parse } from './parse'

const read = (line: string) =>
  parse(line.split(' ').filter(Boolean), { commands, folder: '/home/ada', workspace: '/home/ada/own' })

const runs = (line: string) => {
  const parsed = read(line)
  if (!parsed.ok || parsed.value.do !== 'run') throw new Error(`“${line}” does not run`)
  return { name: parsed.value.command.name, ...parsed.value.given }
}

describe('a command line', () => {
  test('names a command, its operands and options, in any order', () => {
    const expected = {
      name: 'sets export',
      operands: [],
      options: { json: true, format: 'csv', out: 'x.csv', document: ['doc-1', 'doc-2'] },
      workspace: '/home/ada/texts',
    }
    const options = '--format csv --out=x.csv --document doc-1 --document doc-2 --json'
    expect(runs(`sets export ${options} --workspace texts`)).toEqual(expected)
    expect(runs(`--workspace texts ${options} sets export`)).toEqual(expected)
  })

  test('without a workspace means the person’s own', () =>
    expect(runs('list')).toEqual({
      name: 'list',
      operands: [],
      options: { json: false },
      workspace: '/home/ada/own',
    }))

  test('with -- may name files that look like options', () =>
    expect(runs('import -- --json a.txt').operands).toEqual(['--json', 'a.txt']))

  test.each(['--help', 'list --help', 'sets export -h', '--help nonsense'])('asks for help: %s', (line) =>
    expect(read(line)).toMatchObject({ ok: true, value: { do: 'help' } }),
  )
})

describe('a wrong use is a sentence', () => {
  test.each([
    ['', 'Say what to do. assay --help lists the commands.'],
    ['frobnicate', 'There is no command “frobnicate”. assay --help lists them.'],
    ['sets', 'There is no command “sets”. assay --help lists them.'],
    ['list --colour', "Unknown option '--colour'."],
    ['list --format csv', '“list” has no option --format. Usage: assay list'],
    ['list doc-1', '“list” has no use for “doc-1”. Usage: assay list'],
    ['show', '“show” needs more than that. Usage: assay show ID'],
    ['import --json', '“import” needs more than that. Usage: assay import FILE…'],
    ['list --workspace=', '--workspace needs a folder.'],
    [
      'sets export --out x',
      'Say which format, with --format; assay formats lists them. Usage: assay sets export',
    ],
    ['sets export --format csv', 'Say which file to write, with --out. Usage:'],
    ['codebook export', 'Say which file to write, with --out. Usage: assay codebook export'],
    ['codebook export --out - --json', 'With --out -, stdout is the file’s, and --json has no place.'],
    ['codebook import', '“codebook import” needs more than that. Usage: assay codebook import FILE'],
    [
      'sets export --format csv --out - --json',
      'With --out -, stdout is the file’s, and --json has no place.',
    ],
  ])('%s', (line, sentence) => {
    const parsed = read(line)
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    if (!parsed.ok) expect(parsed.refusal.message.startsWith(sentence), parsed.refusal.message).toBe(true)
  })
})
