'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '#components/forms/text-field.tsx'

interface Props {
  /** What stands there so far; empty: nothing. */
  readonly place: string
  readonly link: string
}

/** Where a meeting is held: a place in words, and a link for those who join from elsewhere. */
export function VenueFields({ place, link }: Props) {
  const t = useTranslations('meetings.venue')
  return (
    <>
      <TextField name="place" label={t('place')} description={t('placeHint')} defaultValue={place} maxLength={300} />
      <TextField
        name="link"
        type="url"
        label={t('link')}
        description={t('linkHint')}
        defaultValue={link}
        maxLength={1000}
      />
    </>
  )
}
