import { expect, test } from 'vitest'
import type { Params, Reply } from '../../src/api/contract'
import { type Outcome, ok, refuse } from '../../src/base/outcome'
import { asItIs } from '../../src/core/agreement/what-if'
import { Agreement, type AgreementIn } from './agreement'

type Answer = Outcome<Reply<'agreement.survey'>>

const NOTHING = (): void => undefined

/** A session whose host answers surveys when it is told to. */
function begin() {
  const asked: { readonly params: Params<'agreement.survey'>; readonly answer: (answer: Answer) => void }[] =
    []
  const cancelled: string[] = []
  let ids = 0
  const session = {
    article: undefined,
    status: { say: NOTHING, warn: NOTHING },
    author: { newId: () => `task-${++ids}` },
    client: {
      on: () => NOTHING,
      send: (call: string, params: Params<'agreement.survey'> & { readonly task: string }) => {
        if (call === 'agreement.survey')
          return new Promise<Answer>((answer) => void asked.push({ params, answer }))
        cancelled.push(params.task)
        return Promise.resolve(ok({}))
      },
    },
  }
  const agreement = new Agreement(session as unknown as AgreementIn, undefined)
  return { agreement, asked, cancelled, view: () => agreement.view.getState() }
}

/** Lets what is asked go out, and what is answered come in. */
async function settled(): Promise<void> {
  for (let k = 0; k < 10; k++) await Promise.resolve()
}

const surveyed = (...names: readonly string[]): Answer =>
  ok({
    survey: {
      annotators: names.map((name) => ({ id: name, name })),
      measures: [{ id: 'u-alpha', recommended: true }],
      texts: 1,
    },
    troubles: [],
  } as unknown as Reply<'agreement.survey'>)

test('only the latest question is answered, and the one before is given up', async () => {
  const { agreement, asked, cancelled, view } = begin()
  void agreement.ask()
  await settled()
  void agreement.suppose({ leaveOut: ['cem'] })
  await settled()
  expect(cancelled).toEqual(['task-1'])
  expect(asked[1]?.params.whatIf).toEqual({ ...asItIs, leaveOut: ['cem'] })
  asked[1]?.answer(surveyed('ana', 'ben'))
  await settled()
  asked[0]?.answer(surveyed('ana', 'ben', 'cem'))
  await settled()
  expect(view().survey?.annotators).toHaveLength(2)
  expect(view()).toMatchObject({ working: undefined, measure: 'u-alpha' })
})

test('who is left out stays known, and stopping goes back to what is shown', async () => {
  const { agreement, asked, view } = begin()
  void agreement.ask()
  await settled()
  asked[0]?.answer(surveyed('ana', 'ben', 'cem'))
  await settled()
  void agreement.suppose({ leaveOut: ['cem'] })
  await settled()
  agreement.stop()
  expect(view().whatIf).toEqual(asItIs)
  expect(view().survey?.annotators).toHaveLength(3)
  void agreement.suppose({ leaveOut: ['ben'] })
  await settled()
  asked[2]?.answer(surveyed('ana', 'cem'))
  await settled()
  expect(view().people.map(({ id }) => id)).toEqual(['ana', 'ben', 'cem'])
})

test('a refusal is shown, not old figures', async () => {
  const { agreement, asked, view } = begin()
  void agreement.ask()
  await settled()
  asked[0]?.answer(refuse('missing', 'Only Ana has read these articles.'))
  await settled()
  expect(view()).toMatchObject({
    survey: undefined,
    refusal: { message: 'Only Ana has read these articles.' },
  })
})
