import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import type { FirstStep, HomeGroup } from '../queries/home.ts'

/** What an organizer does first in a new group. */
export function FirstSteps({ group, named }: { readonly group: HomeGroup; readonly named: boolean }) {
  const t = useTranslations('home')
  const at = `/groups/${group.id}`
  const href: Record<FirstStep, string> = {
    parties: `${at}/parties`,
    text: `${at}/texts/new`,
    meeting: `${at}/meetings/new`,
  }
  return (
    <Section title={named ? `${t('steps')}: ${group.name}` : t('steps')}>
      <p className="mb-3 text-soft">{t('stepsMeans')}</p>
      <ol className="grid list-decimal gap-2 ps-6 font-serif text-lg">
        {group.firstSteps.map((step) => (
          <li key={step}>
            <TextLink href={href[step]}>{t(`step.${step}`)}</TextLink>
          </li>
        ))}
      </ol>
    </Section>
  )
}
