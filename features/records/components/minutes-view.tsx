import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { TimeSpan } from '#components/text/time-span.tsx'
import type { RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import type { RecordView } from '../views.ts'
import { Agreement } from './agreement.tsx'
import { Annex } from './annex.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { CarriedOver } from './carried-over.tsx'
import { MinutesConclusion } from './minutes-conclusion.tsx'
import { MinutesFacts } from './minutes-facts.tsx'

/** The minutes: who met when, item by item what was said and concluded, what goes on; then the agreement and the annex. */
export function MinutesView({ view }: { readonly view: RecordView }) {
  const t = useTranslations('records.minutes')
  const { minutes, zone } = view
  const conclusions =
    view.audience === 'parties' ? `/groups/${view.groupId}/meetings/${view.meetingId}/conclusions` : null
  const pageOf = (id: string) => conclusions && `${conclusions}/${id}`
  const told = [...minutes.sections.flatMap((section) => section.conclusions), ...minutes.unplaced]
  const firsts = told.filter((one) => told.find(({ outcome }) => outcome === one.outcome) === one)
  return (
    <div id="minutes" className="max-w-[52rem] pt-6">
      <div className="pb-8">
        <MinutesFacts minutes={minutes} zone={zone} />
      </div>
      <AttendanceList attendance={minutes.attendance} zone={zone} />
      {minutes.sections.map((section, place) => (
        <ItemSection
          key={section.item.id}
          section={section}
          number={place + 1}
          zone={zone}
          pageOf={pageOf}
          firsts={firsts}
        />
      ))}
      {minutes.unplaced.length > 0 && (
        <Section title={t('further')}>
          <div className="grid gap-8">
            <Concluded conclusions={minutes.unplaced} {...{ zone, pageOf, firsts }} />
          </div>
        </Section>
      )}
      <CarriedOver lines={minutes.carriedOver} />
      <Agreement agreement={view.agreement} zone={zone} />
      {view.audience === 'parties' && <Annex minutes={minutes} zone={zone} />}
      {minutes.erased.length > 0 && (
        <p className="border-t border-line pt-[1.1rem] pb-11">{t('erased', { entries: minutes.erased.join(', ') })}</p>
      )}
    </div>
  )
}

type ConcludedProps = {
  readonly conclusions: readonly RecordedConclusion[]
  readonly zone: string
  readonly pageOf: (conclusionId: string) => string | null
  /** Conclusions with which what they have come to is told first. */
  readonly firsts: readonly RecordedConclusion[]
}

function Concluded({ conclusions, zone, pageOf, firsts }: ConcludedProps) {
  return conclusions.map((conclusion) => (
    <MinutesConclusion
      key={conclusion.id}
      conclusion={conclusion}
      zone={zone}
      href={pageOf(conclusion.id)}
      first={firsts.includes(conclusion)}
    />
  ))
}

type ItemProps = Omit<ConcludedProps, 'conclusions'> & {
  readonly section: RecordView['minutes']['sections'][number]
  readonly number: number
}

function ItemSection({ section, number, zone, pageOf, firsts }: ItemProps) {
  const t = useTranslations('records.minutes')
  const { item, spans, notes, conclusions } = section
  return (
    <Section
      title={
        <>
          <span className="tabular-nums">{number}.</span> <bdi>{item.title}</bdi>
        </>
      }
    >
      {spans.length > 0 && (
        <p className="mb-3 text-sm text-soft">
          {t('talked')}{' '}
          {spans.map(({ from, to }, place) => (
            <span key={from}>
              {place > 0 && ', '}
              <TimeSpan from={from} to={to} zone={zone} />
            </span>
          ))}
        </p>
      )}
      {notes !== null && <RunningText>{notes}</RunningText>}
      {notes === null && conclusions.length === 0 && <p className="text-soft">{t('noNotes')}</p>}
      <div className="mt-6 grid gap-8 empty:hidden">
        <Concluded {...{ conclusions, zone, pageOf, firsts }} />
      </div>
    </Section>
  )
}
