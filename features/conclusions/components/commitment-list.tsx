import { Check, CircleDot, CircleSlash, History, PenLine, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActButton } from '#components/actions/act-button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { StateMark, type StateTone } from '#components/text/state-mark.tsx'
import { Term, type TermKey } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { CommitmentStateView } from '../queries/commitment-view.ts'
import type { CommitmentView } from '../views/commitment.ts'
import { TextForm } from './text-form.tsx'

type Props<C extends CommitmentView> = {
  readonly commitments: readonly C[]
  readonly label: string
  /** Where it came from, in lists across meetings. */
  readonly renderSource?: (commitment: C) => ReactNode
}

/** Who does what by when, each with how it goes and what the reader can say about it. */
export function CommitmentList<C extends CommitmentView>({ commitments, label, renderSource }: Props<C>) {
  return (
    <ItemList label={label}>
      {commitments.map((commitment) => (
        <Line
          key={commitment.id}
          commitment={commitment}
          source={renderSource?.(commitment)}
          first={commitments.find(({ state }) => state === commitment.state) === commitment}
        />
      ))}
    </ItemList>
  )
}

type LineProps = {
  readonly commitment: CommitmentView
  readonly source: ReactNode
  /** How it goes stands here first in the list. */
  readonly first: boolean
}

function Line({ commitment, source, first }: LineProps) {
  const t = useTranslations('commitments')
  const { what, party, person, dueOn, state, reason } = commitment
  return (
    <Item
      title={
        <span className="font-serif text-lg" dir="auto">
          {what}
        </span>
      }
      meta={
        <>
          {party !== null &&
            (person === null ? <bdi>{party.name}</bdi> : <PersonName name={person.name} party={party.name} />)}
          {dueOn !== null && (
            <span>
              {t('by')} <DayOf date={dueOn} />
            </span>
          )}
          {source}
        </>
      }
      aside={
        <div className="grid justify-items-start gap-2 sm:justify-items-end">
          <StateMark {...marks[state]}>
            <Term of={termOf[state] ?? null} first={first}>
              {t(`state.${state}`)}
            </Term>
          </StateMark>
          <Acts commitment={commitment} />
        </div>
      }
    >
      {reason !== null && (
        <p className="text-sm text-soft" dir="auto">
          {t('reason', { reason })}
        </p>
      )}
    </Item>
  )
}

const marks: Readonly<Record<CommitmentStateView, { tone: StateTone; icon: ReactNode }>> = {
  proposed: { tone: 'still', icon: <PenLine aria-hidden /> },
  open: { tone: 'now', icon: <CircleDot aria-hidden /> },
  late: { tone: 'alert', icon: <TriangleAlert aria-hidden /> },
  done: { tone: 'settled', icon: <Check aria-hidden /> },
  dropped: { tone: 'still', icon: <CircleSlash aria-hidden /> },
  replaced: { tone: 'still', icon: <History aria-hidden /> },
}

/** What a state is called in the glossary, where it is a term. */
const termOf: Readonly<Partial<Record<CommitmentStateView, TermKey>>> = { late: 'late', dropped: 'dropped' }

/** A calendar date: the same day wherever it is read. */
function DayOf({ date }: { readonly date: string }) {
  return <Time instant={`${date}T12:00:00Z`} zone="UTC" shape="day" />
}

function Acts({ commitment: { id, can } }: { readonly commitment: CommitmentView }) {
  const t = useTranslations('commitments')
  const params = { commitmentId: id }
  if (!can.done && !can.drop && !can.reopen) return null
  return (
    <div className="print:hidden flex flex-wrap gap-2">
      {can.done && (
        <ActButton
          act={{ route: 'POST /commitments/{commitmentId}/done', params: { commitmentId: id } }}
          size="small"
          icon={<Check aria-hidden />}
        >
          {t('done')}
        </ActButton>
      )}
      {can.drop && (
        <Dialog label={t('drop')} title={t('dropTitle')} buttonSize="small" variant="plain">
          <p className="mb-4">{t('dropMeans')}</p>
          <TextForm
            name="reason"
            act={{ route: 'POST /commitments/{commitmentId}/drop', params, body: {} }}
            label={t('dropReason')}
            submit={t('dropSend')}
            hurts
          />
        </Dialog>
      )}
      {can.reopen && (
        <Dialog label={t('reopen')} title={t('reopenTitle')} buttonSize="small" variant="plain">
          <TextForm
            name="reason"
            act={{ route: 'POST /commitments/{commitmentId}/reopen', params, body: {} }}
            label={t('reopenReason')}
            submit={t('reopenSend')}
          />
        </Dialog>
      )}
    </div>
  )
}
