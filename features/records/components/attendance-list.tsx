import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { TimeSpan } from '#components/text/time-span.tsx'
import type { Attendance } from '#domain/record/minutes/attendance.ts'

type Props = { readonly attendance: readonly Attendance[]; readonly zone: string }

/** Who was there, for whom, from when until when. */
export function AttendanceList({ attendance, zone }: Props) {
  const t = useTranslations('records.minutes')
  if (attendance.length === 0) return null
  return (
    <Section title={t('attendance')}>
      <ul className="grid gap-1">
        {attendance.map(({ person, party, stays }) => (
          <li key={person.id} className="flex flex-wrap gap-x-3">
            <PersonName name={person.name} {...(party === null ? {} : { party: party.name })} />
            <span className="text-soft">
              {stays.map(({ from, to }, place) => (
                <span key={from}>
                  {place > 0 && ', '}
                  <TimeSpan from={from} to={to} zone={zone} open={t('toEnd')} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
