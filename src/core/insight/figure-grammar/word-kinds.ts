const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Words that are no nouns, after which a number may stand alone: “a third of”, “the four said”. */
export const FUNCTION_WORDS = set(`
  a about above across after again against ago all along already also although always among an and any anyone are
  around as at away back be because been before behind being below beneath besides between beyond both but by can
  could did do does done down downstream upstream due during each earlier either else even ever every everyone except
  far fewer for from further had half has have he her here hers herself higher him himself his how however i if in
  inside instead into is it its itself just larger last late later least less like lower many may me might mine more
  most much must my nearly neither never no nobody nor not nothing now of off often on once one only onto or other
  others otherwise our ours out outside over past per perhaps plus quite rather she should since smaller so some
  somebody someone something still such than that the their theirs them then there these they this those though
  through throughout thus to today together tomorrow too toward towards under until unless up upon us very was we
  were what when whenever where whereas whether which while who whom whose why will with within without would yes
  yesterday yet you your yours
  says said say adds added agreed asked believes believed became become becomes began begin begins came come comes
  described fell found gave gets give gives goes got happens includes involves knows left made makes means needs
  remain remains rose saw seems seem show showed shows stood takes thinks told took wants went works
`)

/** Words that end as plurals do and are none, or are verbs more often than what is counted. */
const NO_PLURALS = set(`
  overseas afterwards always downwards upwards upstairs downstairs besides perhaps sometimes towards nowadays abroads
  across thus yes its his hers ours theirs yours this is was has does as us plus versus minus says goes makes gets
  gives takes comes seems means needs wants knows thinks believes becomes begins happens includes involves adds
  remains shows
`)

const IRREGULAR = set(`
  people men women children policemen firemen fishermen businessmen lawmen sportsmen spokesmen congressmen servicemen
  policewomen grandchildren feet teeth mice geese oxen lives wives staff police crew cattle sheep fish deer aircraft
  spacecraft series species data media criteria phenomena
`)

/** Whether a lower-case word right after a number is what is counted. Only plurals are: of “6,000 public homes” nothing. */
export function isCounted(word: string): boolean {
  if (IRREGULAR.has(word)) return true
  return word.length > 2 && word.endsWith('s') && !/(ss|us|is|['’]s)$/.test(word) && !NO_PLURALS.has(word)
}

/** Words that may stand between a number and what it counts. */
export const BETWEEN = set(
  'consecutive straight successive more further additional extra other calendar working business full',
)

/** After these a small number in words tells which, not how many: “the four”. */
export const DEFINITE = set(
  'the these those his her its their our my your both all any every each no this other',
)

/** What has a number as its name: “Article 12”, “Gate 2”. */
export const LABELS = set(`
  article section chapter page pages clause paragraph gate room route flight channel figure table item level line
  platform berth berths act part volume vol version appendix annex type class box exhibit amendment proposition
  measure resolution nos number terminal pier schedule rule regulation highway interstate tier phase group episode
`)
