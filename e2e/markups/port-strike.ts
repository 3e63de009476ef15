/** How an analyst marks up one of the samples: what is claimed, by whom, with which numbers. Written by hand. */
export interface Statement {
  /** The words of the claim; what is in brackets is where the caret is put when the sentence around it is to be taken. */
  readonly claim: string
  readonly kind: 'fact' | 'forecast' | 'opinion' | 'policy'
  readonly status?: 'supported' | 'disputed' | 'refuted'
  /** The words of the source, as they stand nearest to the claim; absent when the article says it itself. */
  readonly by?: string
  /** The numbers in it that matter, as they stand in the text. */
  readonly with?: readonly string[]
}

export const title =
  'Marrowgate dockers stay out as both sides claim the pay offer is someone else’s arithmetic'

export const statements: readonly Statement[] = [
  {
    claim: 'Marrowgate, the port that handles about a third of the country’s container imports',
    kind: 'fact',
    with: ['about a third'],
  },
  { claim: 'will run into a third week', kind: 'forecast' },
  {
    claim: 'its final proposal was worth 9.5 per cent over two years',
    kind: 'fact',
    status: 'disputed',
    by: 'Calder Terminals',
    with: ['9.5 per cent', 'two years'],
  },
  {
    claim: 'it was worth 6 per cent',
    kind: 'fact',
    status: 'disputed',
    by: 'The Dockers’ and Allied Trades Union (Datu)',
    with: ['6 per cent'],
  },
  {
    claim: 'They have put a one-off payment in a percentage and hoped nobody would look',
    kind: 'opinion',
    by: 'Frances Oyelaran-Pike',
  },
  {
    claim:
      'sets out rises of 3.5 per cent this year and 2.5 per cent next, together with a single payment of £1,350',
    kind: 'fact',
    status: 'supported',
    by: 'A four-page offer letter dated 3 June',
    with: ['3.5 per cent', '2.5 per cent', '£1,350'],
  },
  {
    claim: 'It is cash in people’s pockets',
    kind: 'opinion',
    by: 'Martin Ashgrove',
  },
  {
    claim: 'Some 1,850 dockers walked out at 6 a.m. on Monday of last week',
    kind: 'fact',
    with: ['Some 1,850 dockers', '6 a.m.'],
  },
  {
    claim: '91 per cent voted to strike on a turnout of 82 per cent',
    kind: 'fact',
    with: ['91 per cent', '82 per cent'],
  },
  {
    claim: '27 vessels were at anchor off the estuary on Wednesday evening',
    kind: 'fact',
    status: 'disputed',
    by: 'The Marrowgate Port Authority',
    with: ['27 vessels'],
  },
  {
    claim: '£1.5bn of goods would have been held up by the end of the week',
    kind: 'forecast',
    by: 'The Association of Retail Importers',
    with: ['£1.5bn'],
  },
  {
    claim: 'the true cost to the economy at £35m–£45m a day',
    kind: 'fact',
    by: 'Dr. Owen Tarrant',
    with: ['£35m–£45m a day'],
  },
  {
    claim: 'the cranes would remove 240 jobs over five years, all through retirement',
    kind: 'forecast',
    status: 'disputed',
    by: 'The company',
    with: ['240 jobs', 'five years'],
  },
  {
    claim: 'It was one of several scenarios, prepared 14 months ago',
    kind: 'fact',
    by: 'a spokeswoman',
    with: ['14 months'],
  },
  {
    claim: 'asked for ten minutes, taken two hours and come back with a different subject',
    kind: 'opinion',
    by: 'Mr Ashgrove',
    with: ['ten minutes', 'two hours'],
  },
  {
    claim: 'The Government does not intervene in commercial disputes between employers and their staff.',
    kind: 'policy',
    by: 'the Transport Department',
  },
  {
    claim: 'a self-inflicted wound',
    kind: 'opinion',
    by: 'Colm Reddaway',
  },
  {
    claim: 'Similar applications have succeeded in about one in four cases over the past decade',
    kind: 'fact',
    by: 'a survey by the Institute of Labour Law',
    with: ['about one in four'],
  },
  {
    claim: 'they can take an extra 12–15 per cent',
    kind: 'fact',
    by: 'the port’s managers',
    with: ['12–15 per cent'],
  },
  {
    claim: 'each week of closure will reduce profits by “around £9m”',
    kind: 'forecast',
    status: 'disputed',
    by: 'Calder’s parent company',
    with: ['around £9m'],
  },
  {
    claim: 'either it’s 6 or we’ve both been badly taught',
    kind: 'opinion',
    by: 'Des Whitlow',
  },
]
