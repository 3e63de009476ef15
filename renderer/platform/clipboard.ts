import { type Outcome, ok, refuse } from '../../src/base/outcome'

/** The text that was copied last, anywhere; '' when it is no text. */
export async function readClipboardText(
  clipboard: Clipboard = navigator.clipboard,
): Promise<Outcome<string>> {
  try {
    return ok(await clipboard.readText())
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return refuse(
      'cancelled',
      'The clipboard may not be read. Allow it for this page, or save the text as a file and open that.',
    )
  }
}
