import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor, ButtonLink } from '#components/actions/button.tsx'
import { PrintButton } from '#components/actions/print-button.tsx'
import { ItemList } from '#components/collections/item-list.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import { hrefOf } from '#lib/api/send.ts'
import type { ConclusionsChosen } from '../schema.ts'
import type { FoundConclusions } from '../views/found.ts'
import { chosenIn, type FoundAddress, hrefOfFound, without } from '../views/found-address.ts'
import { type PassageAsked, PassageOpen } from './found-elsewhere.tsx'
import { ChosenList, FoundFilter } from './found-filter.tsx'
import { FoundLine } from './found-line.tsx'

export type FoundPageProps = {
  readonly groupId: string
  readonly view: FoundConclusions
  /** What its address asks for. */
  readonly chosen: FoundAddress
  /** What its address asks for, with passages by their place in the text. */
  readonly resolved: ConclusionsChosen
  /** The text among what is chosen was not chosen: it alone has the passages that were typed. */
  readonly isTextFound: boolean
  /** What became of the passages that were typed. */
  readonly asked: PassageAsked
  /** The name of the group, and when the page was made (ISO 8601): paper says both. */
  readonly printed: { readonly group: string; readonly at: string }
  /** IANA zone in which the viewer reads times. */
  readonly zone: string
}

/** What a group has agreed, as far as the viewer may read it. */
export function FoundPage({ groupId, view, chosen, resolved, isTextFound, asked, printed, zone }: FoundPageProps) {
  const t = useTranslations('conclusions.found')
  const isOpen = asked.refusal !== null || asked.among.length > 0
  const narrowed: FoundAddress = isOpen ? { order: chosen.order, ...without(chosen, 'passage') } : chosen
  return (
    <>
      <PageHeader title={t('title')} meta={t('means')} />
      <p className="mb-4 hidden print:block">
        <bdi>{printed.group}</bdi> · {t('printed')} <Time instant={printed.at} zone={zone} shape="day" />
      </p>
      {view.any && (
        <>
          <FoundFilter groupId={groupId} view={view} chosen={chosen} passageRefusal={asked.refusal} />
          <ChosenList groupId={groupId} view={view} chosen={narrowed} />
        </>
      )}
      {view.any && isOpen ? (
        <PassageOpen groupId={groupId} chosen={chosen} asked={asked} />
      ) : (
        <Fitting
          groupId={groupId}
          view={view}
          chosen={chosen}
          resolved={resolved}
          isTextFound={isTextFound}
          zone={zone}
        />
      )}
    </>
  )
}

/** What fits: how many, as files, and the lines of this page. */
function Fitting({ groupId, view, chosen, resolved, isTextFound, zone }: Omit<FoundPageProps, 'asked' | 'printed'>) {
  const t = useTranslations('conclusions.found')
  const text = view.choices.texts.find(({ id }) => id === chosen.text)
  return (
    <>
      {view.any && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p role="status" className="tabular-nums">
            {isTextFound && text && <>{t('passageIn', { passage: chosen.passage ?? '', text: text.title })} </>}
            {t(chosenIn(chosen).length > 0 ? 'countChosen' : 'count', { count: view.found })}
          </p>
          {view.conclusions.length < view.found && (
            <p className="hidden print:block">{t('printedPart', { shown: view.conclusions.length })}</p>
          )}
          {view.found > 0 && <TakeAlong groupId={groupId} resolved={resolved} />}
        </div>
      )}
      {view.conclusions.length === 0 ? (
        <Nothing groupId={groupId} view={view} chosen={chosen} />
      ) : (
        <ItemList label={t('list')}>
          {view.conclusions.map((line) => (
            <FoundLine
              key={line.id}
              groupId={groupId}
              line={line}
              zone={zone}
              first={view.conclusions.find(({ outcome }) => outcome === line.outcome) === line}
            />
          ))}
        </ItemList>
      )}
      <Onward groupId={groupId} view={view} chosen={chosen} />
    </>
  )
}

/** The list as a file: all of it, not the page alone. */
function TakeAlong({ groupId, resolved }: { readonly groupId: string; readonly resolved: ConclusionsChosen }) {
  const t = useTranslations('conclusions.found')
  const given = { params: { groupId }, query: resolved }
  const files = [
    ['markdown', hrefOf({ route: 'GET /groups/{groupId}/conclusions.md', ...given })],
    ['csv', hrefOf({ route: 'GET /groups/{groupId}/conclusions.csv', ...given })],
    ['json', hrefOf({ route: 'GET /groups/{groupId}/conclusions.json', ...given })],
  ] as const
  return (
    <nav aria-label={t('export')} className="print:hidden flex flex-wrap gap-2">
      {files.map(([name, href]) => (
        <ButtonAnchor key={name} href={href} size="small" icon={<Download aria-hidden />}>
          {t(name)}
        </ButtonAnchor>
      ))}
      <PrintButton label={t('print')} />
    </nav>
  )
}

function Nothing({ groupId, view, chosen }: Pick<FoundPageProps, 'groupId' | 'view' | 'chosen'>) {
  const t = useTranslations('conclusions.found')
  if (!view.any)
    return (
      <EmptyState
        title={t('none')}
        action={<ButtonLink href={`/groups/${groupId}/meetings`}>{t('noneMeetings')}</ButtonLink>}
      >
        {t('noneMeans')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('nothing')}>
      {view.loosened.length > 0 && (
        <>
          <p>{t('nothingMeans')}</p>
          <ul className="mt-2 grid gap-1 text-base">
            {view.loosened.map(({ by, found }) => (
              <li key={by}>
                <TextLink href={hrefOfFound(groupId, without(chosen, by))}>
                  {t('without', { what: t(`filter.${by}`), found })}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}

function Onward({ groupId, view, chosen }: Pick<FoundPageProps, 'groupId' | 'view' | 'chosen'>) {
  const t = useTranslations('conclusions.found')
  const own = useTranslations('components.lists')
  const { after, ...first } = chosen
  if (view.next === null && after === undefined) return null
  return (
    <nav aria-label={own('pages')} className="mt-6 print:hidden flex flex-wrap items-center gap-4">
      {after !== undefined && (
        <ButtonLink size="small" href={hrefOfFound(groupId, first)}>
          {t('first')}
        </ButtonLink>
      )}
      {view.next !== null && (
        <ButtonLink size="small" href={hrefOfFound(groupId, { ...first, after: view.next })}>
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  )
}
