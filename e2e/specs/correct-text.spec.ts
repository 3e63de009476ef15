import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { type Text, ferries } from '../texts'

const lines = String(ferries.content).split('\n')
const changed = (from: string, to: string): string[] => lines.map((line) => line.replace(from, to))

test('a typo inside a claim is corrected, words before it are added, and the claim comes along', async ({
  app,
}) => {
  await app.read(ferries)
  await app.tag('Fares will go up', 'Claim')
  await app.tag('the operator', 'Source')
  await app.article.correct()
  await app.article.caretBefore('will go up')
  await app.page.keyboard.type('soon ')
  await app.article.reads(changed('Fares will', 'Fares soon will'))
  await app.annotations.has('Claim: Fares soon will go up')
  await app.article.caretBefore('Fares soon')
  await app.page.keyboard.type('Well: ')
  await app.article.lock()
  await app.annotations.are(['Claim: Fares soon will go up', 'Source: the operator'])
  await app.article.showsTags('Fares soon will go up', ['Claim'])
  await app.article.showsTags('the operator', ['Source'])
  await app.status.saved()
  await app.reopen()
  await app.article.reads(changed('Fares will', 'Well: Fares soon will'))
  await app.annotations.are(['Claim: Fares soon will go up', 'Source: the operator'])
  for (const _ of [1, 2]) {
    await app.status.undoes('Correct the text')
    await app.press('ControlOrMeta+z')
  }
  await app.article.reads(lines)
  await app.annotations.are(['Claim: Fares will go up', 'Source: the operator'])
})

test('letters are letters, whole characters and words are deleted, and Escape locks the text again', async ({
  app,
}) => {
  await app.read(ferries)
  await app.article.correct()
  await app.article.caretBefore('Fares will')
  await app.page.keyboard.type('csf 12 👍🏿')
  await app.article.reads(changed('Fares will', 'csf 12 👍🏿Fares will'))
  await app.press('Backspace')
  await app.press('Backspace')
  await app.press('ControlOrMeta+Backspace')
  await app.press('ControlOrMeta+Delete')
  await app.article.reads(changed('Fares will', 'csf  will'))
  await app.press('ControlOrMeta+z')
  await app.article.reads(lines)
  await app.press('ControlOrMeta+y')
  await app.article.reads(changed('Fares will', 'csf  will'))
  await app.article.lock()
  await app.page.keyboard.type('x')
  await app.article.reads(changed('Fares will', 'csf  will'))
  await app.annotations.are([])
})

test('tagged words that are deleted are told of, and undo brings them back', async ({ app }) => {
  await app.read(ferries)
  await app.tag('6.5 percent in April', 'Claim')
  await app.article.correct()
  await app.article.selectByKeyboard('by 6.5 percent in April')
  await app.press('Delete')
  await app.article.lock()
  await app.status.undoes('Correct the text')
  await app.annotations.are([])
  await app.press('ControlOrMeta+z')
  await app.article.reads(lines)
  await app.annotations.are(['Claim: 6.5 percent in April'])
  await app.article.correct()
  await app.article.selectByKeyboard('by 6.5 percent in April')
  await app.press('Delete')
  await app.status.said('1 claim lost: “6.5 percent in April”. Undo brings it back')
})

test('lines are parted and joined, and tags in them and after them come along', async ({ app }) => {
  await app.read(ferries)
  await app.tag('Passenger groups', 'Source')
  await app.tag('Ines Falk', 'Source')
  await app.article.correct()
  await app.article.caretBefore('the operator said')
  await app.press('Enter')
  const [head, tail] = lines[2]!.split(/(?=the operator said)/)
  await app.article.reads([lines[0]!, '', head!, tail!, ...lines.slice(3)])
  await app.article.showsTags('Ines Falk', ['Source'])
  await app.page.keyboard.type('Now ')
  await app.article.reads([lines[0]!, '', head!, `Now ${tail!}`, ...lines.slice(3)])
  for (let k = 0; k < 5; k++) await app.press('Backspace')
  await app.article.reads(lines)
  await app.press('Home')
  await app.press('Backspace')
  await app.press('Backspace')
  await app.article.reads([lines[0]! + lines[2]!, ...lines.slice(3)])
  await app.article.lock()
  await app.article.showsTags('Passenger groups', ['Source'])
  await app.status.saved()
  await app.reopen()
  await app.article.reads([lines[0]! + lines[2]!, ...lines.slice(3)])
  await app.article.showsTags('Ines Falk', ['Source'])
})

test('what is pasted comes as plain text, and what is cut is on the clipboard', async ({ app }) => {
  await app.read(ferries)
  await app.article.correct()
  await app.article.caretBefore('Fares will')
  await app.copy('one\r\ntwo ')
  await app.press('ControlOrMeta+v')
  await app.article.reads([lines[0]!, '', 'one', `two ${lines[2]!}`, ...lines.slice(3)])
  await app.article.selectByKeyboard('two ')
  await app.press('ControlOrMeta+x')
  await app.article.reads([lines[0]!, '', 'one', lines[2]!, ...lines.slice(3)])
  await app.press('ControlOrMeta+v')
  await app.article.reads([lines[0]!, '', 'one', `two ${lines[2]!}`, ...lines.slice(3)])
})

const mixed: Text = {
  name: 'mixed.txt',
  firstWords: '临港',
  content: '临港市六月房租\n👨‍👩‍👧‍👦 家庭 e\u0301t\u0301\n20% 上涨',
}

test('Chinese, emoji and accents are corrected as whole characters', async ({ app }) => {
  await app.read(mixed)
  await app.tag('房租', 'Claim')
  await app.tag('20%', 'Figure')
  await app.article.correct()
  await app.article.caretBefore('房租')
  await app.page.keyboard.insertText('的')
  await app.article.caretBefore('家庭')
  await app.press('Backspace')
  await app.press('Backspace')
  await app.article.lock()
  await app.article.reads(['临港市六月的房租', '家庭 e\u0301t\u0301', '20% 上涨'])
  await app.annotations.are(['Claim: 房租', 'Figure: 20%'])
  await app.article.showsTags('20%', ['Figure'])
})

test('what was typed is on disk soon, whatever happens to the host', async ({ app }) => {
  await app.read(ferries)
  await app.article.correct()
  await app.article.caretBefore('Fares will')
  await app.page.keyboard.type('All ')
  await app.status.undoes('Correct the text')
  await app.status.saved()
  await app.kill()
  await app.library.open(/Ferry fares/)
  await app.article.reads(changed('Fares will', 'All Fares will'))
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the text that is corrected is accessible in ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.read(ferries)
    await app.tag('6.5 percent', 'Figure')
    await app.article.correct()
    await expectAccessible(app.page, 'correcting the text')
    await expect(app.article.tool('Claim')).toBeDisabled()
  })
}
