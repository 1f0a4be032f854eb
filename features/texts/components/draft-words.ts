import type texts from '#messages/en/texts.json'

/** The words of the preview that are said in the browser. */
export interface DraftWords {
  readonly editor: Readonly<typeof texts.editor>
  readonly kind: Readonly<typeof texts.kind>
  readonly suspect: Readonly<typeof texts.suspect>
}
