import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Term } from '#components/text/term.tsx'
import { seesContents } from '#domain/access.ts'
import type { PersonView, PlanPartyView, PlanView } from '../views/plan.ts'
import { JoinedLater } from './joined-later.tsx'
import { opensPlan } from './opens-plan.ts'
import { EverybodyNamed, ParticipantActs, Proposed } from './participant-acts.tsx'

/** Which parties take part, who sits for them, and who may speak (rule 13). */
export function PlanPeople({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.people')
  const change = plan.can.changeParties && (
    <OpensDialog id="change-parties" size="small" opens={opensPlan('parties')}>
      {t('change')}
    </OpensDialog>
  )
  return (
    <Section title={<Term of="participant">{t('title')}</Term>} id="people" actions={change}>
      {plan.parties.length === 0 ? (
        <EmptyState title={t('none')} headingLevel={3}>
          {t('noneMeans')}
        </EmptyState>
      ) : (
        <ul className="grid gap-5">
          {plan.parties.map((party) => (
            <li key={party.id}>
              <PartyOf plan={plan} party={party} />
              <JoinedLater plan={plan} party={party} />
            </li>
          ))}
        </ul>
      )}
      {plan.can.leaveFor !== null && plan.state !== 'draft' && !isOnlyTheirs(plan) && (
        <div className="print:hidden mt-5">
          <OpensDialog size="small" variant="plain" opens={opensPlan('leave', plan.can.leaveFor)}>
            {t('leave')}
          </OpensDialog>
        </div>
      )}
    </Section>
  )
}

/** A study session is its party's own: whoever may cancel it does not leave it. */
function isOnlyTheirs({ kind, can }: PlanView): boolean {
  return kind === 'study' && can.cancel
}

/** Somebody who belongs to two parties of the meeting chooses once. */
export function ChooseParty({ plan, personId }: { readonly plan: PlanView; readonly personId: string }) {
  const t = useTranslations('meetings.people')
  if (plan.choosesBetween.length === 0) return null
  return (
    <Section title={<Term of="seat">{t('chooseTitle')}</Term>} id="choose">
      <p className="mb-4 max-w-reading">{t('chooseMeans')}</p>
      <div className="flex flex-wrap gap-2">
        {plan.parties
          .filter(({ id }) => plan.choosesBetween.includes(id))
          .map(({ id, name }) => (
            <ActButton
              key={id}
              act={{
                route: 'POST /meetings/{meetingId}/seats',
                params: { meetingId: plan.id },
                body: { personId, partyId: id },
              }}
            >
              {t('choose', { party: name })}
            </ActButton>
          ))}
      </div>
    </Section>
  )
}

function PartyOf({ plan, party }: { plan: PlanView; party: PlanPartyView }) {
  const t = useTranslations('meetings.people')
  const chooses = plan.can.nameParticipants || plan.can.proposeParticipants || plan.can.authoriseFor === party.id
  const shown = chooses ? party.people : party.people.filter(({ seated, proposed }) => seated || proposed)
  const knows = seesContents(plan.sight) || plan.sight === 'agenda'
  const asked = plan.can.nameParticipants ? shown.filter(({ proposed, seated }) => proposed && !seated) : []
  const others = shown.filter((person) => !asked.includes(person))
  return (
    <>
      <h3 className="font-serif text-lg font-medium">
        <bdi>{party.name}</bdi>
        {party.left && <span className="font-sans text-sm font-normal text-soft"> ({t('left')})</span>}
      </h3>
      {plan.can.proposeParticipants && <p className="text-sm text-soft">{t('proposeMeans')}</p>}
      {knows && shown.length === 0 && (
        <p className="text-sm text-soft">{t(plan.kind === 'study' ? 'nobody' : 'speakers')}</p>
      )}
      {asked.map((person) => (
        <Proposed key={person.id} plan={plan} party={party} person={person} />
      ))}
      <EverybodyNamed plan={plan} party={party} />
      {others.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {others.map((person) => (
            <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Person person={person} />
              <SeatActs plan={plan} party={party} person={person} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Person({ person }: { person: PersonView }) {
  const t = useTranslations('meetings')
  return (
    <span className={person.seated ? '' : 'text-soft'}>
      <bdi className={person.seated ? 'font-medium' : ''}>{person.name}</bdi>
      {person.role !== null && <span className="text-sm text-soft"> · {t(`role.${person.role}`)}</span>}
      {person.proposed && <span className="text-sm text-soft"> · {t('people.proposed')}</span>}
      {person.authorised && <span className="text-sm text-soft"> · {t('people.speaks')}</span>}
    </span>
  )
}

function SeatActs({ plan, party, person }: { plan: PlanView; party: PlanPartyView; person: PersonView }) {
  const t = useTranslations('meetings.people')
  const { name } = person
  // In a study session nobody speaks for a party to another: those who are named decide.
  const speaks = plan.kind !== 'study' || person.authorised
  return (
    <>
      <ParticipantActs plan={plan} party={party} person={person} />
      {plan.can.authoriseFor === party.id && person.role === 'delegate' && speaks && (
        <ActButton
          act={{
            route: 'PUT /meetings/{meetingId}/seats/{personId}/authorisation',
            params: { meetingId: plan.id, personId: person.id },
            body: { authorised: !person.authorised },
          }}
          size="small"
          variant={person.authorised ? 'plain' : 'quiet'}
          aria-label={person.authorised ? t('unauthorise', { name }) : t('authorise', { name })}
        >
          {person.authorised ? t('disallow') : t('allow')}
        </ActButton>
      )}
    </>
  )
}
