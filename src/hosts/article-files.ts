import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Outcome, ok, refuse } from '../base/outcome'

/** A file as it is handed to the library. */
export interface ArticleFile {
  /** Without folders. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const MOST_BYTES = 256 * 1024 * 1024 // no reader takes so much: a film or a disk image is not worth reading for that

/** Reads a file that a person named; a refusal says what is wrong with the path. */
export async function readArticleFile(path: string): Promise<Outcome<ArticleFile>> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return refuse('invalid', `“${path}” is a folder. Name the files in it.`)
    if (found.size > MOST_BYTES) return refuse('invalid', `“${path}” is too large to be an article.`)
    const bytes = await readFile(path)
    return ok({ name: basename(path), bytes: ownBuffer(bytes) })
  } catch (error) {
    return refuse('storage', `“${path}” cannot be read: ${whyNot(error)}.`)
  }
}

/** The same bytes in a buffer that nobody else has a part of, so that it can change hands. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes)
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'it is not yours to read'
  return error.message
}
