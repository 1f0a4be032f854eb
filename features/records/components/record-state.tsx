import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Notice } from '#components/text/notice.tsx'
import { TermMark, termTags } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { RecordView } from '../views.ts'

type Props = {
  readonly view: RecordView
  readonly base: string
  /** The reader's answer is asked for, at `#answer`. */
  readonly isAsked: boolean
}

/** How far the minutes are agreed, who is missing, and the act of putting them. */
export function RecordState({ view, base, isAsked }: Props) {
  const t = useTranslations('records')
  const list = useNames()
  const putId = useId()
  if (view.head.sequence === 0) return <EmptyState title={t('state.nothing')}>{t('state.nothingMeans')}</EmptyState>
  const { agreement, undecided, unwritten, can } = view
  const missing = agreement?.missing ?? []
  return (
    <div id="standing">
      <Notice tone="info" title={<Standing view={view} />}>
        {view.since !== null && (
          <p>
            {t('since')} <Time instant={view.since} zone={view.zone} />
          </p>
        )}
        {missing.length > 0 && <p>{t('missing', { names: list(missing.map(({ name }) => name)) })}</p>}
        {agreement !== null && view.audience === 'parties' && (
          <p className="print:hidden flex flex-wrap gap-x-5">
            {isAsked && <TextLink href="#answer">{t('answer')}</TextLink>}
            <TextLink href={`${base.replace(/record$/, 'conclusions')}/${agreement.id}`}>{t('see')}</TextLink>
          </p>
        )}
        {can.putRecord && <Unwritten ones={unwritten} />}
        {can.putRecord && (
          <div className="mt-3 flex flex-wrap gap-3">
            <ConfirmAct
              describedBy={putId}
              act={{ route: 'POST /meetings/{meetingId}/record/put', params: { meetingId: view.meetingId } }}
              variant="primary"
              label={agreement?.state === 'draft' ? t('put.again') : t('put.label')}
              title={t('put.title')}
              thing={<bdi>{view.title}</bdi>}
              confirmLabel={t('put.confirm')}
            >
              <p>{t('put.means')}</p>
              <Undecided said="undecided" ones={undecided.filter(({ outcome }) => outcome === 'undecided')} />
              <Undecided said="notCarried" ones={undecided.filter(({ outcome }) => outcome !== 'undecided')} />
              <Unwritten ones={unwritten} />
            </ConfirmAct>
            <TermMark of="put" id={putId} />
          </div>
        )}
      </Notice>
    </div>
  )
}

/** What nobody can decide any more once the minutes are agreed. */
function Undecided({
  said,
  ones,
}: {
  readonly said: 'undecided' | 'notCarried'
  readonly ones: RecordView['undecided']
}) {
  const t = useTranslations('records.put')
  const outcomes = useTranslations('records.outcome')
  if (ones.length === 0) return null
  return (
    <>
      <p className="mt-3">{t(said, { count: ones.length })}</p>
      <ul className="list-disc ps-5">
        {ones.map(({ id, title, outcome }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            {outcome !== 'undecided' && `: ${outcomes(outcome)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Sides that have not said in their own words how they differ, each by its name. */
function Unwritten({ ones }: { readonly ones: RecordView['unwritten'] }) {
  const t = useTranslations('records.put')
  if (ones.length === 0) return null
  return (
    <>
      <p className="mt-3">{t('unwritten')}</p>
      <ul className="list-disc ps-5">
        {ones.map(({ id, title, side }) => (
          <li key={`${id} ${side}`}>
            <bdi>{side}</bdi>: <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function Standing({ view: { audience, state, agreement, minutes, can } }: { readonly view: RecordView }) {
  const t = useTranslations('records.state')
  if (audience === 'group') return t('shared')
  switch (agreement?.outcome) {
    case 'adopted':
      return t('agreed')
    case 'undecided':
    case 'blocked-by-objection':
    case 'too-few-consents':
    case 'too-many-stand-aside':
      return t.rich('put', {
        sequence: minutes.upTo?.sequence ?? 0,
        missing: agreement.missing.length,
        ...termTags('put'),
      })
    case 'ad-referendum':
      return t.rich('ad-referendum', termTags('ad-referendum'))
    case 'draft':
      return t('back', { reason: agreement.because })
    default:
      if (state === 'cancelled') return t('cancelled')
      if (state !== 'closed') return t('running')
      return can.putRecord ? t('toPut') : t('toPutOthers')
  }
}
