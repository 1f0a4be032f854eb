import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Term } from '#components/text/term.tsx'
import { LimitsDialog } from '#features/texts/components/limits-dialog.tsx'
import { assignHref } from '#features/texts/components/passage-href.ts'
import { TakeBackPublishing } from '#features/texts/components/take-back.tsx'
import type { TextHead } from '#features/texts/views.ts'

type Props = {
  readonly head: TextHead
  /** What can follow stands below it, homework too: it is not offered twice. */
  readonly isNew?: boolean
}

/** What stands above every view of a text. */
export async function TextHeading({ head, isNew = false }: Props) {
  const t = await getTranslations('texts')
  const texts = `/groups/${head.groupId}/texts`
  return (
    <Prepared>
      <PageHeader
        title={<bdi className="text-2xl">{head.title}</bdi>}
        above={<Breadcrumb label={t('way')} trail={[{ href: texts, label: t('title') }]} />}
        meta={
          head.edition && (
            <>
              <Term of="passage">{t('passages', { count: head.edition.passageCount })}</Term>
              <span className="print:hidden">
                <TextLink href={`${texts}/${head.id}/passages`}>{t('printing.open')}</TextLink>
              </span>
            </>
          )
        }
        actions={
          (head.can.assign || head.can.manage) && (
            <>
              {head.can.assign && !isNew && (
                <ButtonLink href={assignHref(head.groupId, head.id)}>
                  {(await getTranslations('preparation'))('assign')}
                </ButtonLink>
              )}
              {head.can.manage && head.hasDraft && (
                <ButtonLink href={`${texts}/${head.id}/import`}>{t('reader.toDraft')}</ButtonLink>
              )}
              {head.can.manage && <LimitsDialog textId={head.id} />}
              {head.can.manage && head.edition !== null && (
                <TakeBackPublishing groupId={head.groupId} textId={head.id} />
              )}
            </>
          )
        }
      />
    </Prepared>
  )
}
