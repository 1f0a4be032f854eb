import { useTranslations } from 'next-intl'
import { offices } from '#domain/meeting/participant.ts'
import { assignmentKinds } from '#domain/preparation.ts'
import type { Demand } from '#store/asks/ask.ts'

/** What is asked, in one line. */
export function useAskWords(): (ask: Demand) => string {
  const t = useTranslations('home')
  return ({ kind, title, detail, passage }) => {
    switch (kind) {
      case 'homework': {
        const what = assignmentKinds.find((one) => one === detail) ?? 'read'
        return passage === null ? t(`ask.homeworkHidden.${what}`) : t(`ask.homework.${what}`, { title })
      }
      case 'stance':
        return detail === 'record' ? t('ask.stanceRecord', { title }) : t('ask.stance', { title })
      case 'office':
        return t('ask.office', { title, office: t(`office.${offices.find((one) => one === detail) ?? 'chair'}`) })
      case 'choose-party':
        return t('ask.choose-party')
      case 'word':
      case 'words':
      case 'not-carried':
      case 'commitment':
      case 'offer':
      case 'participant':
      case 'share':
      case 'invitation':
      case 'deletion':
        return t(`ask.${kind}`, { title })
      default:
        return kind satisfies never
    }
  }
}
