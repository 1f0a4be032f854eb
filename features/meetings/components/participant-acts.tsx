import { useTranslations } from 'next-intl'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import type { PersonView, PlanPartyView, PlanView } from '../views/plan.ts'

/** Somebody proposes a participant: the question, and both answers to it, on a phone within reach. */
export function Proposed({ plan, party, person }: { plan: PlanView; party: PlanPartyView; person: PersonView }) {
  const t = useTranslations('meetings.people')
  const { id: personId, name } = person
  return (
    <div className="mt-2 mb-4 max-w-reading">
      <p className="mb-2 border-s-3 border-accent ps-3">{t('proposedAsk', { name })}</p>
      <ActBar label={t('proposedAnswer', { name })}>
        <ActButton
          act={{
            route: 'POST /meetings/{meetingId}/seats',
            params: { meetingId: plan.id },
            body: { personId, partyId: party.id },
          }}
          variant="primary"
        >
          {t('name', { name })}
        </ActButton>
        <ActButton
          act={{
            route: 'DELETE /meetings/{meetingId}/seat-proposals/{personId}',
            params: { meetingId: plan.id, personId },
          }}
          aria-label={t('declineParticipant', { name })}
        >
          {t('decline')}
        </ActButton>
      </ActBar>
    </div>
  )
}

/** In a study session: names everybody of the party who is not named yet, where that is more than one. */
export function EverybodyNamed({ plan, party }: { plan: PlanView; party: PlanPartyView }) {
  const t = useTranslations('meetings.people')
  const free = party.people.filter(({ seated, role }) => !seated && role !== 'observer')
  if (!plan.can.nameParticipants || free.length < 2) return null
  return (
    <div className="print:hidden mt-2">
      <ActButton
        act={{
          route: 'POST /meetings/{meetingId}/seats',
          params: { meetingId: plan.id },
          body: { personId: null, partyId: party.id },
        }}
        said={t('everybodyNamed', { count: free.length })}
        size="small"
      >
        {t('everybody', { count: free.length })}
      </ActButton>
    </div>
  )
}

/** In a study session: the party names its participants; an organizer proposes. */
export function ParticipantActs({ plan, party, person }: { plan: PlanView; party: PlanPartyView; person: PersonView }) {
  const t = useTranslations('meetings.people')
  const planned = plan.state === 'draft' || plan.state === 'scheduled'
  const { id: personId, name, seated, proposed } = person
  const { nameParticipants, proposeParticipants } = plan.can
  const free = !seated && person.role !== 'observer'
  const body = { personId, partyId: party.id }
  const whose = { meetingId: plan.id, personId }
  const plain = { size: 'small', variant: 'plain' } as const
  return (
    <>
      {nameParticipants && free && (
        <ActButton
          act={{ route: 'POST /meetings/{meetingId}/seats', params: { meetingId: plan.id }, body }}
          size="small"
          aria-label={t('addParticipant', { name })}
        >
          {t('add')}
        </ActButton>
      )}
      {nameParticipants && seated && planned && (
        <ActButton
          {...plain}
          act={{ route: 'DELETE /meetings/{meetingId}/seats/{personId}', params: whose }}
          aria-label={t('removeParticipant', { name })}
        >
          {t('remove')}
        </ActButton>
      )}
      {proposeParticipants && free && !proposed && (
        <ActButton
          act={{ route: 'POST /meetings/{meetingId}/seat-proposals', params: { meetingId: plan.id }, body }}
          size="small"
          aria-label={t('proposeParticipant', { name })}
        >
          {t('propose')}
        </ActButton>
      )}
      {proposeParticipants && proposed && (
        <ActButton
          {...plain}
          act={{ route: 'DELETE /meetings/{meetingId}/seat-proposals/{personId}', params: whose }}
          aria-label={t('withdrawProposal', { name })}
        >
          {t('withdraw')}
        </ActButton>
      )}
    </>
  )
}
