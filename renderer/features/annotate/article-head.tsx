import type { Article } from '../../../src/core/document/article'
import { exactLength, shortLength } from '../../ui/amounts'
import { exactly } from '../../ui/moment'

/** Which article this is, in one quiet line. */
export function ArticleHead({ article }: { readonly article: Article }) {
  const { title, source, text, imported } = article
  return (
    <header className="article-head">
      <h1 title={title}>{title}</h1>
      <p>
        <span
          className="article-file"
          title={`${source.name}, ${source.encoding}, added ${exactly(imported)}`}
        >
          {source.name}
        </span>
        <span title={exactLength(text.length)}>{shortLength(text.length)}</span>
      </p>
    </header>
  )
}
