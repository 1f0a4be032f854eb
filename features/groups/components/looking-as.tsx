import { useTranslations } from 'next-intl'
import { PerspectiveBar } from './perspective-bar.tsx'

type Props = {
  /** As whom one looks at the demo. */
  readonly name: string
  /** Own path of the page. */
  readonly at: string
}

/** Stands above the pages outside a group while one looks at the demo as somebody else: the way back is on every page. */
export function LookingAs({ name, at }: Props) {
  const t = useTranslations('groups')
  return (
    <PerspectiveBar
      to={at}
      statement={t('lookingAs', { name })}
      back={t('lookBack')}
      lookAs={t('lookAs')}
      perspectives={[]}
    />
  )
}
