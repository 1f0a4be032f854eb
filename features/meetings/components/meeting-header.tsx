import { useTranslations } from 'next-intl'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Term } from '#components/text/term.tsx'
import type { MeetingHead } from '../queries/head.ts'
import { MeetingTime } from './meeting-time.tsx'
import { MeetingStateName } from './state-name.tsx'
import { StepNavigation } from './step-navigation.tsx'
import { enterable, passed, stepIds, whyShut } from './steps.ts'

/** What stands above every step of a meeting: where am I, when is it, between whom; and the five steps. */
export function MeetingHeader({ groupId, head }: { readonly groupId: string; readonly head: MeetingHead }) {
  const t = useTranslations('meetings')
  const base = `/groups/${groupId}/meetings/${head.id}`
  const open = enterable(head)
  const behind = passed(head)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb label={t('head.trail')} trail={[{ href: `/groups/${groupId}/meetings`, label: t('title') }]} />
        }
        title={<bdi>{head.title}</bdi>}
        meta={
          <>
            <span>
              <Term of={head.kind}>{t(`kind.${head.kind}`)}</Term>
            </span>
            <MeetingStateName state={head.state} proposed={head.proposed} declined={head.declined} first />
            <span>
              {head.startsAt === null ? (
                t('head.noDate')
              ) : (
                <MeetingTime startsAt={head.startsAt} zone={head.timeZone} viewerZone={head.viewerZone} />
              )}
            </span>
            {head.durationMinutes !== null && head.startsAt !== null && (
              <span>{t('head.minutes', { minutes: head.durationMinutes })}</span>
            )}
            <Parties parties={head.parties} left={t('head.left')} />
          </>
        }
      />
      <StepNavigation
        label={t('steps.label')}
        base={base}
        steps={stepIds.map((id) => ({
          id,
          label: t(`steps.${id}`),
          ...(behind.includes(id) && { done: true }),
          ...(!open.includes(id) && { why: t(`steps.why.${whyShut(head)}`) }),
        }))}
      />
    </>
  )
}

function Parties({ parties, left }: { parties: MeetingHead['parties']; left: string }) {
  if (parties.length === 0) return null
  return (
    <span>
      {parties.map((party, index) => (
        <span key={party.shortName}>
          {index > 0 && ' · '}
          <bdi>{party.shortName}</bdi>
          {party.left && ` (${left})`}
        </span>
      ))}
    </span>
  )
}
