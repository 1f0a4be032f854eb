import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { type OfferedStep, WhatNext } from '#components/frame/what-next.tsx'
import { Notice } from '#components/text/notice.tsx'
import { seesContents } from '#domain/access.ts'
import { fewestParties } from '#domain/meeting/arity.ts'
import { useNames } from '#lib/words/use-language.ts'
import type { PlanView } from '../views/plan.ts'
import { itemButton, newItemButton } from './opens-plan.ts'

/** What the plan still lacks of what the viewer may do about it, in the order of the work; nothing once it lacks nothing. */
export function PlanNext({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.next')
  const steps = useSteps(plan)
  if (plan.state !== 'draft' && plan.state !== 'scheduled') return null
  return (
    <div id="next" tabIndex={-1}>
      {plan.state === 'scheduled' && plan.sight === 'logistics' && plan.can.reschedule && (
        <div className="mb-6">
          <Notice tone="info" title={t('handedOver')}>
            {t('handedOverMeans')}
          </Notice>
        </div>
      )}
      <WhatNext title={t(isTheirs(plan) ? 'scheduledYours' : plan.state)} steps={steps} />
      <AwaitedHeads plan={plan} />
    </div>
  )
}

/** From its date on the agenda of a bilateral is its two parties' own, which the viewer then learns as one of theirs. */
function isTheirs({ kind, state, sight }: PlanView): boolean {
  return kind === 'bilateral' && state === 'scheduled' && seesContents(sight)
}

function useSteps(plan: PlanView): readonly OfferedStep[] {
  const t = useTranslations('meetings.next')
  const arity = useTranslations('meetings.schedule.arity')
  const { can, kind, state, agenda, offices, parties } = plan
  const items = agenda?.items ?? []
  const bare = items.filter((item) => item.kind !== 'procedure' && item.citations.length === 0)
  const [first] = bare
  const over = agenda?.fit?.overBy ?? 0
  const cited = items.find((item) => item.citations.length > 0)
  const lacksChair = kind === 'multilateral' && !offices.some(({ office }) => office === 'chair')
  const lacksPeople = kind === 'study' && !parties.some(({ people }) => people.some(({ seated }) => seated))
  const taking = parties.filter(({ left }) => !left).length
  const steps: (OfferedStep | false)[] = [
    can.changeParties &&
      state === 'draft' &&
      taking < fewestParties(kind) && {
        href: '#change-parties',
        label: t('parties'),
        means: arity(kind, { count: taking }),
      },
    can.editAgenda && items.length === 0 && { href: `#${newItemButton}`, label: t('agenda'), means: t('agendaMeans') },
    (can.editAgenda || can.schedule) && over > 0 && { href: '#fit', label: t('fit', { over }), means: t('fitMeans') },
    can.editAgenda &&
      first !== undefined && {
        href: `#${itemButton(first.id)}`,
        label: t('passages', { count: bare.length }),
        means: t('passagesMeans'),
      },
    can.nameParticipants && lacksPeople && { href: '#people', label: t('people'), means: t('peopleMeans') },
    can.appoint.includes('chair') &&
      lacksChair && { href: '#appoint-chair', label: t('chair'), means: t('chairMeans') },
    can.schedule && {
      href: '#schedule',
      label: t(plan.startsAt === null ? 'schedule' : 'scheduleIt'),
      means: t('scheduleMeans'),
    },
    ...useHeadSteps(plan),
    can.assign &&
      can.editAgenda &&
      state === 'scheduled' &&
      !plan.hasHomework && {
        href: `/groups/${plan.groupId}/meetings/${plan.id}/prepare${cited ? `?item=${cited.id}` : ''}#assign`,
        label: t('assign'),
        means: t('assignMeans'),
      },
  ]
  return steps.filter((step) => step !== false)
}

/** What an organizer can do about first heads who have not come; who is invited and has not answered is waited for (`AwaitedHeads`). */
function useHeadSteps({ groupId, parties }: PlanView): readonly OfferedStep[] {
  const t = useTranslations('meetings.next')
  return parties.flatMap(({ id, shortName: party, headInvitation: how }) => {
    if (how === null || how === 'open') return []
    const at = `/groups/${groupId}/parties/${id}`
    const href = how === 'none' ? at : `${at}#invitations`
    return [{ href, label: t(`head.${how}`, { party }), means: t(`headMeans.${how}`) }]
  })
}

/** First heads who are invited and have not answered: nothing to do but send the invitation once more. */
function AwaitedHeads({ plan: { groupId, parties } }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.next')
  const list = useNames()
  const awaited = parties.filter(({ headInvitation }) => headInvitation === 'open')
  if (awaited.length === 0) return null
  return (
    <div className="mb-8 max-w-3xl">
      <Notice tone="info" title={t('awaited', { count: awaited.length, names: list(awaited.map(shortNameOf)) })}>
        <p>{t('awaitedMeans', { count: awaited.length })}</p>
        <ul className="mt-1 grid gap-1">
          {awaited.map(({ id, shortName }) => (
            <li key={id}>
              <TextLink href={`/groups/${groupId}/parties/${id}#invitations`}>
                {t('sendAgain', { party: shortName })}
              </TextLink>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function shortNameOf({ shortName }: PlanView['parties'][number]): string {
  return shortName
}

/** Once a proposal was declined: another one, to the same party. `from`: the parties for which the viewer proposes meetings. */
export function ProposeAgain({ plan, from }: { readonly plan: PlanView; readonly from: readonly string[] }) {
  const t = useTranslations('meetings.next')
  const other = plan.parties.find(({ id }) => !from.includes(id))
  const proposes = plan.parties.some(({ id }) => from.includes(id))
  if (other === undefined || !proposes) return null
  const href = `/groups/${plan.groupId}/meetings/new?with=${other.id}&again=${plan.id}`
  return <WhatNext title={t('declined')} steps={[{ href, label: t('propose', { party: other.shortName }) }]} />
}
