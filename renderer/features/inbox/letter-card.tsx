import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Link } from '../../../src/core/annotation/link'
import { linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import type { Letter } from '../../../src/core/review/inbox'
import { tagProperty } from '../../editor/tones'
import { summaryOf } from '../../state/attributing'
import type { OpenArticle } from '../../state/open-article'
import { quoteLine, shortest } from '../../state/quoting'
import { useCodebook } from '../../state/session-context'
import { ago, exactly, useMinute } from '../../ui/moment'
import { Glyph } from '../../ui/tinted'

const SAID = { accept: 'accepted', reject: 'rejected', fix: 'changed', discuss: 'wants to discuss' } as const

/** One verdict as it comes back: who decided what and why, what it was, and what became of it. */
export function LetterCard({ article, letter }: { readonly article: OpenArticle; readonly letter: Letter }) {
  const { verdict, result, answer } = letter
  const now = useMinute()
  return (
    <>
      <span className="letter-head">
        <b>{verdict.by.name}</b> {SAID[verdict.decision]} this{' '}
        <span title={exactly(verdict.created)}>{ago(verdict.created, now)}</span>
        {answer && (
          <span className="letter-answer" data-kind={answer.kind}>
            {answer.kind === 'adopt' ? '✓ adopted' : '! objected'}
          </span>
        )}
      </span>
      <Version
        article={article}
        name="Yours"
        record={verdict.judged}
        struck={verdict.decision === 'reject'}
      />
      {result && verdict.decision === 'fix' && <Version article={article} name="Settled" record={result} />}
      {verdict.reason !== '' && <span className="letter-reason">Because: {verdict.reason}</span>}
      {answer?.kind === 'object' && <span className="letter-reason">You: {answer.words}</span>}
    </>
  )
}

interface VersionProps {
  readonly article: OpenArticle
  readonly name: string
  readonly record: Annotation | Link
  readonly struck?: boolean
}

function Version({ article, name, record, struck = false }: VersionProps) {
  return (
    <span className="letter-version" data-struck={struck}>
      <span className="letter-which">{name}</span>
      {'span' in record ? <Words annotation={record} /> : <Ends article={article} link={record} />}
    </span>
  )
}

function Words({ annotation }: { readonly annotation: Annotation }) {
  const codebook = useCodebook()
  const tag = tagById(codebook, annotation.tag)
  const summary = summaryOf(tag, annotation)
  return (
    <span>
      <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(annotation.tag)} />{' '}
      <b>{tag?.name ?? annotation.tag}</b> <span className="letter-quote">{quoteLine(annotation)}</span>
      {summary !== '' && <span className="annotation-summary"> {summary}</span>}
    </span>
  )
}

function Ends({ article, link }: { readonly article: OpenArticle; readonly link: Link }) {
  const codebook = useCodebook()
  const [from, to] = [link.from, link.to].map((id) => article.state.annotations.get(id))
  return (
    <span className="letter-quote">
      {from ? shortest(from) : '…'} <b>{linkTypeById(codebook, link.type)?.name ?? link.type}</b>{' '}
      {to ? shortest(to) : '…'}
    </span>
  )
}
