import { catalogOf } from '#lib/words/catalog.ts'
import { messagesOf } from '#lib/words/namespaces.ts'
import { offeredLanguages } from '#lib/words/offered.ts'

/** Most parts that are asked for at once. */
const most = 20

/**
 * Words of the interface for what comes to a page later (components/overlays/late-dialogs.tsx): `?of=meetings.time&of=texts.picker`, in a
 * language that this instance offers, compiled. They are the same for everybody and hold nothing that anybody wrote. 404 for what is
 * not there.
 */
export async function GET(request: Request, { params }: { params: Promise<{ language: string }> }): Promise<Response> {
  const { language } = await params
  const spoken = offeredLanguages().find(({ tag }) => tag === language)
  const of = new URL(request.url).searchParams.getAll('of')
  if (spoken === undefined || of.length === 0 || of.length > most) return new Response(null, { status: 404 })
  const words = messagesOf(of, catalogOf(spoken.tag))
  const areThere = of.every((path) => isThere(words, path))
  return areThere ? Response.json(words) : new Response(null, { status: 404 })
}

function isThere(words: object, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      words,
    )
  return typeof found === 'object' && found !== null
}
