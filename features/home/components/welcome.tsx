import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { type OfferedStep, WhatNext } from '#components/frame/what-next.tsx'
import type { HomeGroup } from '../queries/person.ts'

interface Props {
  readonly group: HomeGroup
  /** Something is asked of them or comes next, and is offered there: here they are told what they are, and offered the text alone. */
  readonly isBusy: boolean
  /** What the group is for stands above already. */
  readonly isPurposeSaid: boolean
}

/** Somebody in their group: what they are there, who brought them, what is expected of them, and what they may do first. */
export function Welcome({ group, isBusy, isPurposeSaid }: Props) {
  const t = useTranslations('home.welcome')
  const is = useTranslations('groups.kindIs')
  const { id, name, purpose, kind, invitedBy, welcoming, organizer, parties, offices, text } = group
  const steps = useFirstSteps(group)
  return (
    <>
      <div className="mb-4 grid max-w-reading gap-2 font-serif text-lg">
        {welcoming === 'told' && invitedBy !== null && <p>{t('invitedBy', { name: invitedBy, group: name })}</p>}
        {!organizer && kind !== null && <p>{is(kind)}</p>}
        {!isPurposeSaid && purpose !== '' && (
          <p>
            {t('purpose')} <bdi className="whitespace-pre-line">{purpose}</bdi>
          </p>
        )}
        {organizer && <p>{kind === null ? t('organizer') : t(`organizerOf.${kind}`)}</p>}
        {parties.map(({ id: partyId, shortName, role }) => (
          <p key={partyId}>{t(`party.${role}`, { party: shortName })}</p>
        ))}
        {offices.map(({ office, meetingId, title, by, inForce }) => (
          <p key={`${meetingId} ${office}`}>
            {t(`office.${office}`, { title })} {by !== '' && t('appointedBy', { name: by })}{' '}
            {!inForce && t('notInForce')}
          </p>
        ))}
      </div>
      {!isBusy && <WhatNext title={t('first')} steps={steps} headingLevel={3} />}
      {isBusy && text !== null && (
        <ButtonLink href={`/groups/${id}/texts/${text.id}`}>{t('step.read', { title: text.title })}</ButtonLink>
      )}
    </>
  )
}

/** What is open to everybody who is what they are, the most useful first; what only some may do, the register asks of them. */
function useFirstSteps({ id, organizer, parties, offices, text }: HomeGroup): readonly OfferedStep[] {
  const t = useTranslations('home.welcome.step')
  const at = `/groups/${id}`
  const [office] = offices
  const led = parties.find(({ role }) => role === 'head' || role === 'deputy')
  const steps: (OfferedStep | false)[] = [
    office !== undefined && {
      href: `${at}/meetings/${office.meetingId}/plan`,
      label: t('meeting', { title: office.title }),
    },
    text !== null && { href: `${at}/texts/${text.id}`, label: t('read', { title: text.title }) },
    led !== undefined && { href: `${at}/parties/${led.id}`, label: t('people', { party: led.shortName }) },
    organizer && { href: `${at}/meetings/new`, label: t('plan') },
    { href: `${at}/meetings`, label: t('meetings') },
    { href: `${at}/parties`, label: t('parties') },
  ]
  return steps.filter((step) => step !== false)
}
