import { useTranslations } from 'next-intl'

/** A person's name, or that they have not said one yet; isolated so that right-to-left and left-to-right names stand side by side, with the party they sit for. */
export function PersonName({ name, party }: { readonly name: string; readonly party?: string }) {
  const t = useTranslations('components.names')
  return (
    <span>
      <bdi className="font-medium">{name === '' ? t('noName') : name}</bdi>
      {party && (
        <>
          {' '}
          <bdi className="text-soft">({party})</bdi>
        </>
      )}
    </span>
  )
}
