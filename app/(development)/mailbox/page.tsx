import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextAnchor } from '#components/frame/text-link.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Time } from '#components/text/time.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { keptLetters } from '#lib/mail/mailbox.ts'

export const metadata: Metadata = { title: 'Mailbox' }

/** What would have been sent if a mail server were set. On the development server only. */
export default async function MailboxPage() {
  if (process.env.NODE_ENV === 'production') notFound()
  const t = await getTranslations('people')
  const letters = keptLetters()
  return (
    <PageWords of={['groups.menu']}>
      <OuterFrame>
        <PageHeader title={t('mailbox')} asked={t('mailboxLead')} />
        {letters.length === 0 && <EmptyState title={t('mailboxEmpty')} />}
        {letters.map(({ at, to, subject, text }) => (
          <Disclosure
            key={`${at.toISOString()} ${to.address} ${subject}`}
            summary={
              <>
                <Time instant={at} zone="UTC" shape="time" /> <bdi>{to.address}</bdi>: {subject}
              </>
            }
          >
            <div className="whitespace-pre-wrap break-words">{linked(text)}</div>
          </Disclosure>
        ))}
      </OuterFrame>
    </PageWords>
  )
}

/** The text with its addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith('http') ? (
      <TextAnchor key={part} href={part}>
        {part}
      </TextAnchor>
    ) : (
      part
    ),
  )
}
