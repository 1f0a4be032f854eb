'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { Notice } from '#components/text/notice.tsx'

/** What of a new invitation the inviter is shown: its link once, or nothing when the mail alone carries it. */
export interface InvitationMade {
  readonly link: string | null
  /** Where the mail goes. */
  readonly address: string
}

/** That an invitation was made: where its mail goes, or its link, which is shown this once. */
export function MadeNotice({ made: { link, address } }: { readonly made: InvitationMade }) {
  const t = useTranslations('invitations.form')
  const close = useClose()
  return (
    <div className="grid gap-5">
      {link === null ? (
        <Notice tone="info" title={t('madeMail', { address })} live />
      ) : (
        <Notice tone="info" title={t('madeLink')} live>
          <p>{t('madeLinkMeans')}</p>
          <p className="mt-3 break-all font-mono text-sm" dir="ltr">
            {link}
          </p>
          <div className="mt-2">
            <CopyButton text={link} label={t('copyLink')} />
          </div>
        </Notice>
      )}
      <div>
        <Button variant="primary" onClick={close}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
