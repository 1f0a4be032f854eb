import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Notice } from '#components/text/notice.tsx'
import { termTags } from '#components/text/term.tsx'
import { withSpans } from '#lib/words/spans.ts'
import type { FloorView } from '../views.ts'

/** Before the meeting: what it lacks, and the button that opens it all the same. */
export function Opening({ floor }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  const plan = `/groups/${floor.groupId}/meetings/${floor.id}/plan`
  if (floor.state === 'draft')
    return (
      <div className="pt-6">
        <EmptyState title={t('draft')} action={<ButtonLink href={plan}>{t('toPlan')}</ButtonLink>}>
          {t('draftMeans')}
        </EmptyState>
      </div>
    )
  return (
    <div id="opening" className="grid gap-6 pt-6">
      {floor.lacksChair && (
        <Notice tone="warning" title={t('lacksChair')}>
          <p>{t('lacksChairMeans')}</p>
          <p className="mt-3">
            <ButtonLink href={plan}>{t('toPlan')}</ButtonLink>
          </p>
        </Notice>
      )}
      {floor.can.open && floor.warnings.length > 0 && (
        <Notice tone="warning" title={t('openAnyway')}>
          <ul className="list-disc ps-5">
            {floor.warnings.map(({ warning, ...facts }) => (
              <li key={warning}>{t(`warning.${warning}`, withSpans(facts))}</li>
            ))}
          </ul>
          <p className="mt-2 text-soft">{t('warningRecorded')}</p>
        </Notice>
      )}
      <EmptyState
        title={t('notYet')}
        action={
          floor.can.open && (
            <ActButton
              variant="primary"
              act={{ route: 'POST /meetings/{meetingId}/open', params: { meetingId: floor.id } }}
              icon={<DoorOpen aria-hidden />}
            >
              {t('open')}
            </ActButton>
          )
        }
      >
        {t.rich('notYetMeans', termTags('chair', 'bilateral', 'study'))}
      </EmptyState>
    </div>
  )
}
