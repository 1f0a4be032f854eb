import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { type FoundAddress, hrefOfFound, without } from '../views/found-address.ts'

/** A text in which there is a passage that somebody named without saying in which text. */
export interface TextFound {
  readonly id: string
  readonly title: string
}

/** What became of the passage that an address names; all empty: it narrows the list, or none is named. */
export interface PassageAsked {
  /** Why it narrows nothing, in words. */
  readonly refusal: string | null
  /** Several texts have it: these. */
  readonly among: readonly TextFound[]
  /** More texts have it than these. */
  readonly isMore: boolean
}

/** In place of the list, where it is open which passages are meant: the texts that have them, or that there are none. */
export function PassageOpen({
  groupId,
  chosen,
  asked: { refusal, among, isMore },
}: {
  readonly groupId: string
  readonly chosen: FoundAddress
  readonly asked: PassageAsked
}) {
  const t = useTranslations('conclusions.found')
  const { after: _, ...first } = chosen
  if (refusal !== null)
    return (
      <EmptyState
        title={refusal}
        action={<ButtonLink href={hrefOfFound(groupId, without(chosen, 'passage'))}>{t('withoutPassage')}</ButtonLink>}
      >
        {t('passageUnknownMeans')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('passageInSeveral', { passage: chosen.passage ?? '' })}>
      <ul aria-label={t('passageTexts')} className="mt-2 grid gap-1 text-base">
        {among.map(({ id, title }) => (
          <li key={id}>
            <TextLink href={hrefOfFound(groupId, { ...first, text: id })}>
              <bdi>{title}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
      {isMore && <p className="mt-2">{t('passageInMore')}</p>}
    </EmptyState>
  )
}
