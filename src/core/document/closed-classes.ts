const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** English words of the classes that get no new members, in lower case: what shows where a phrase begins and ends. */
export const DETERMINERS = words(`
  the a an this that these those my your his her its our their some any no every each either neither another
  both all half several many most few much more fewer less other such enough`)

export const NUMBER_WORDS = words(`
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
  trillion dozen dozens hundreds thousands millions`)

export const PRONOUNS = words(`
  i you he she it we they me him us them mine yours hers ours theirs myself yourself himself herself itself
  ourselves themselves who whom whose which what whoever whatever someone somebody anyone anybody everyone
  everybody nobody something anything everything nothing there here`)

export const PREPOSITIONS = words(`
  of in on at by for from with without within to into onto upon over under above below between among amid against
  about across after before behind beneath beside beyond despite down during except inside near off outside per
  since than through throughout till toward towards until up via versus like unlike as`)

export const CONJUNCTIONS = words(`
  and or but nor so yet because although though while whereas if unless whether when where why how once that`)

export const AUXILIARIES = words(`
  is are was were be been being am has have had having do does did done doing will would can could shall should
  may might must ought cannot not isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t
  wouldn’t can’t couldn’t shouldn’t`)

/** Verbs by which newspapers give somebody the word. */
export const REPORTING_VERBS = words(`
  said say says saying told tell tells telling asked ask asks asking added adds add adding replied replies wrote
  writes write writing argued argues argue claimed claims claiming denied denies deny declined declines decline
  disputed disputes confirmed confirms conceded concedes acknowledged acknowledges admitted admits insisted
  insists warned warns noted notes explained explains announced announces reported reports stated states
  suggested suggests estimated estimates predicted predicts forecast forecasts believes believed believe thinks
  thought think expects expected expect knows knew know agreed agrees accused accuses alleged alleges called
  calls cited cites citing quoted quotes quoting described describes concluded concludes found finds recalled
  recalls responded responds testified testifies maintains maintained contends contended counts counted shows
  showed says rejects rejected according`)

/** Other verbs that news is full of and that rarely are nouns or adjectives: where a subject ends. */
export const COMMON_VERBS = words(`
  went go goes going gone came come comes coming rose rises rise fell falls took take takes taken taking made make
  makes making gave give gives given giving got get gets getting put puts putting kept keep keeps keeping left
  leaves leaving held hold holds let lets lost lose loses met meet meets paid pay pays ran run runs saw see sees
  seen seeing sent send sends sold sell sells set sets spent spend spends stood stand stands brought bring brings
  bought buy buys built build builds became become becomes began begin begins begun broke break breaks chose
  choose chooses drew draw draws drove drive drives led lead leads grew grow grows hit hits won win wins want
  wants wanted need needs needed use uses used remain remains remained seem seems seemed appear appears
  appeared continue continues continued include includes included including carry carries carried counting
  released release signed seek seeks sought`)

const UNION = [DETERMINERS, NUMBER_WORDS, PRONOUNS, PREPOSITIONS, CONJUNCTIONS]

/** Whether a sentence may well begin with this word, whatever stands before it. In any case of letters. */
export const isOpener = (word: string): boolean => UNION.some((set) => set.has(word.toLowerCase()))

/** Titles that stand before a name, without their stop, in lower case. A sentence never ends on one of them. */
export const ABBREVIATED_TITLES = words(`
  mr mrs ms mx dr prof mme mlle messrs gen col lt capt cpt sgt cpl cmdr adm maj brig gov sen rep rev hon pres supt
  insp atty amb fr sra srta hr`)
