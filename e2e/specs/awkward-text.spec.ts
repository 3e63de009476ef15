import { readFile } from 'node:fs/promises'
import { test } from '../app'
import type { Text } from '../texts'

/** One of the awkward samples, by its file name. */
async function sample(name: string, firstWords: string): Promise<Text> {
  const content = await readFile(new URL(`../../seeds/awkward/${name}`, import.meta.url))
  return { name, content: new Uint8Array(content), firstWords }
}

test('an emoji of many parts is one character to a selection, a tag and its ends', async ({ app }) => {
  await app.read(await sample('emoji.txt', 'Crime, police said'))
  await app.findBar.goTo('Every 👨‍👩‍👧‍👦 on')
  await app.press('c')
  await app.annotations.are(['Claim: Every 👨‍👩‍👧‍👦 on'])
  for (const _ of 'on') await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Claim: Every 👨‍👩‍👧‍👦'])
  await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Claim: Every'])
  await app.press('Alt+ArrowRight')
  await app.annotations.are(['Claim: Every 👨‍👩‍👧‍👦'])
})

test('Chinese is tagged by the sentence, and its ends move by whole characters', async ({ app }) => {
  await app.read(await sample('chinese.txt', '临港市六月'))
  await app.findBar.goTo('民间机构')
  await app.press('ArrowLeft')
  await app.press('c')
  await app.annotations.are(['Claim: 民间机构“安居研究所”给出的数字较低，约为8.5%。'])
  await app.findBar.goTo('统计局看的是新签合同')
  await app.press('s')
  await app.press('Alt+ArrowLeft')
  await app.annotations.has('Source: 统计局看的是新签合')
  await app.findBar.goTo('3.2亿元')
  await app.press('f')
  await app.annotations.has('Figure: 3.2亿元')
})

test('Arabic is tagged in the order in which it is read', async ({ app }) => {
  await app.read(await sample('right-to-left.txt', 'قالت هيئة المياه'))
  await app.findBar.goTo('اتحاد المزارعين')
  await app.press('s')
  await app.annotations.are(['Source: اتحاد المزارعين'])
  await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Source: اتحاد المزارعي'])
  await app.findBar.goTo('25%')
  await app.press('f')
  await app.annotations.has('Figure: 25%')
})

test('accents made of two characters are not cut in two', async ({ app }) => {
  const text = 'Rene\u0301e Be\u0301langer runs a cafe\u0301 on the quay.'
  await app.read({ name: 'accents.txt', content: text, firstWords: 'Rene\u0301e' })
  await app.findBar.goTo('Rene\u0301e')
  await app.press('s')
  await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Source: Rene\u0301'])
  await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Source: Ren'])
})

test('ten tags on the same words, and tags that end where a paragraph does', async ({ app }) => {
  const text = 'one two three four five six seven eight nine ten\n\nThe last paragraph.'
  await app.read({ name: 'deep.txt', content: text, firstWords: 'one two three' })
  const words = 'one two three four five six seven eight nine ten'.split(' ')
  for (let k = words.length; k > 0; k--) {
    await app.findBar.goTo(words.slice(0, k).join(' '))
    await app.press('c')
    await app.annotations.counts('All', words.length - k + 1)
  }
  await app.article.clickOn('one')
  await app.annotations.picked('Claim: one')
  for (const _ of words) await app.press('o')
  await app.annotations.picked('Claim: one')
  await app.article.selectFromTo('ten', 'paragraph.')
  await app.press('s')
  await app.annotations.has('Source: ten The last paragraph.')
})
