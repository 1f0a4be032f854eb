'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { InvitationsSent } from '../views.ts'

/** What became of several invitations: how many are on their way, and who got none and why. */
export function SentNotice({ sent: { invited, skipped } }: { readonly sent: InvitationsSent }) {
  const t = useTranslations('invitations.form')
  const close = useClose()
  return (
    <div className="grid gap-5">
      <Notice tone="info" title={t('sentSeveral', { count: invited.length })} live>
        {skipped.length > 0 && (
          <ul>
            {skipped.map(({ email, why }) => (
              <li key={`${why} ${email}`}>
                <bdi>{email}</bdi>: {t(`skip.${why}`)}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <div>
        <Button variant="primary" onClick={close}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
