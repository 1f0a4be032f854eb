import { UserCheck, UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import type { FloorView, PersonHere } from '../views.ts'

interface Props {
  readonly floor: FloorView
  readonly personId: string
}

/** Who is here, by party; I am here, I leave; and for who keeps the record, who came and who left. */
export function Presence({ floor, personId }: Props) {
  const t = useTranslations('floor')
  return (
    <div className="grid gap-4">
      <div className="print:hidden flex flex-wrap gap-2 empty:hidden">
        {floor.can.come && (
          // On a phone it stands with the item, within the reach of the thumb.
          <div className={floor.currentItemId === null ? 'contents' : 'hidden md:contents'}>
            <IAmHere meetingId={floor.id} />
          </div>
        )}
        {floor.can.leave && (
          <ActButton
            act={{
              route: 'DELETE /meetings/{meetingId}/presence/{personId}',
              params: { meetingId: floor.id, personId },
            }}
            icon={<UserMinus aria-hidden />}
          >
            {t('iLeave')}
          </ActButton>
        )}
      </div>
      <dl className="grid gap-3">
        {floor.parties.map(({ id, name, left, people }) => (
          <PartyLine key={id} name={left ? `${name} (${t('partyLeft')})` : name} people={people} />
        ))}
        {floor.officers.some(({ here }) => here) && <PartyLine name={t('officers')} people={floor.officers} />}
      </dl>
      {floor.can.keepRecord && floor.state === 'open' && <SayWho floor={floor} />}
    </div>
  )
}

interface IAmHereProps {
  readonly meetingId: string
  /** Another act beside it comes first. Default false. */
  readonly isQuiet?: boolean
}

/** Says that one has come. */
export function IAmHere({ meetingId, isQuiet = false }: IAmHereProps) {
  const t = useTranslations('floor')
  return (
    <ActButton
      variant={isQuiet ? 'quiet' : 'primary'}
      act={{ route: 'POST /meetings/{meetingId}/presence', params: { meetingId }, body: {} }}
      icon={<UserCheck aria-hidden />}
    >
      {t('iAmHere')}
    </ActButton>
  )
}

function PartyLine({ name, people }: { readonly name: string; readonly people: readonly PersonHere[] }) {
  const t = useTranslations('floor')
  const here = people.filter((person) => person.here)
  return (
    <div>
      <dt className="flex flex-wrap justify-between gap-x-3">
        <bdi className="font-semibold">{name}</bdi>
        <span className="text-sm text-soft">{t('here', { count: here.length })}</span>
      </dt>
      {here.length > 0 && (
        <dd className="flex flex-wrap gap-x-4">
          {here.map((person) => (
            <bdi key={person.id}>{person.name}</bdi>
          ))}
        </dd>
      )}
    </div>
  )
}

function SayWho({ floor }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  const people = [...floor.parties.filter(({ left }) => !left).flatMap((party) => party.people), ...floor.officers]
  return (
    <div className="print:hidden">
      <Disclosure summary={t('say')}>
        <ul className="grid gap-1">
          {people.map(({ id, name, here }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-3">
              <bdi>{name}</bdi>
              {here ? (
                <ActButton
                  size="small"
                  variant="plain"
                  act={{
                    route: 'DELETE /meetings/{meetingId}/presence/{personId}',
                    params: { meetingId: floor.id, personId: id },
                  }}
                  aria-label={t('wentName', { name })}
                >
                  {t('went')}
                </ActButton>
              ) : (
                <ActButton
                  size="small"
                  act={{
                    route: 'POST /meetings/{meetingId}/presence',
                    params: { meetingId: floor.id },
                    body: { personId: id },
                  }}
                  aria-label={t('cameName', { name })}
                >
                  {t('came')}
                </ActButton>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
