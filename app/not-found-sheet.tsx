'use client'
import { useEffect, useState } from 'react'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'
import { latePart } from '#components/overlays/late-part.ts'
import { LatePiece } from '#components/overlays/late-piece.tsx'
import { keptInBrowser } from '#features/groups/components/perspective.ts'
import { read } from '#lib/api/send.ts'
import { seldomWords } from '#lib/words/seldom.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { NotFoundFrameProps } from './not-found-frame.tsx'

const lateFrame = latePart<NotFoundFrameProps>(async () => (await import('./not-found-frame.tsx')).NotFoundFrame)

type Who = Pick<NotFoundFrameProps, 'name' | 'looking' | 'kept'>

/**
 * Says that there is nothing. What the server answers is the same whatever is asked for and whoever asks; who is signed in, this asks
 * afterwards, of addresses that say nothing of the page.
 */
export function NotFoundSheet() {
  const words = seldomWords(useLanguage().tag).missing
  const who = useWho()
  const product = { name: words.product, href: '/' }
  const children = (
    <>
      <PageHeader title={words.title} />
      <EmptyState
        title={words.means}
        action={
          <span className="flex flex-wrap gap-2">
            <ButtonLink href="/">{words.home}</ButtonLink>
            <ButtonLink href="/groups">{words.groups}</ButtonLink>
          </span>
        }
      />
    </>
  )
  const bare = <PageShell product={product}>{children}</PageShell>
  if (who === null) return bare
  return <LatePiece words={['groups']} part={lateFrame} given={{ ...who, product, children }} until={bare} />
}

/** Whoever is signed in, once they are known; null: nobody, or not yet. */
function useWho(): Who | null {
  const [who, setWho] = useState<Who | null>(null)
  useEffect(() => {
    askWho().then(setWho, () => {})
  }, [])
  return who
}

async function askWho(): Promise<Who | null> {
  const [account, demo] = await Promise.all([read({ route: 'GET /me' }), read({ route: 'GET /session/perspective' })])
  if (!account.ok) return null
  return { name: account.view.name, looking: demo.ok ? demo.view.looking : null, kept: keptInBrowser() }
}
