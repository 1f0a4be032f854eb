'use client'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'
import { seldomWords } from '#lib/words/seldom.ts'
import { useLanguage } from '#lib/words/use-language.ts'

/** Says that there is nothing, in a frame without whoever is signed in. */
export function NotFoundSheet() {
  const words = seldomWords(useLanguage().tag).missing
  return (
    <PageShell product={{ name: words.product, href: '/' }}>
      <PageHeader title={words.title} />
      <EmptyState title={words.means} action={<ButtonLink href="/groups">{words.groups}</ButtonLink>} />
    </PageShell>
  )
}
