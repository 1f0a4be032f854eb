import { useTranslations } from 'next-intl'
import { useLanguage } from '#lib/words/use-language.ts'
import terms from '#messages/en/terms.json' with { type: 'json' }
import type { TermKey } from './term.tsx'

const keys = Object.keys(terms) as readonly TermKey[]

/** All terms with their meanings, in the alphabet of the reader's language; each has an address, `#` and its key. */
export function GlossaryList() {
  const t = useTranslations('terms')
  const { compare } = new Intl.Collator(useLanguage().formats)
  const named = keys.map((key) => ({ key, name: t(`${key}.name`), meaning: t(`${key}.meaning`) }))
  return (
    <dl className="max-w-page">
      {named
        .toSorted((one, other) => compare(one.name, other.name))
        .map(({ key, name, meaning }) => (
          <div
            key={key}
            id={key}
            className="grid scroll-mt-4 gap-x-8 border-t border-line py-3 target:bg-sunk sm:grid-cols-[minmax(10rem,1fr)_minmax(0,3fr)]"
          >
            <dt className="font-serif text-lg font-medium">{name}</dt>
            <dd className="max-w-reading">{meaning}</dd>
          </div>
        ))}
    </dl>
  )
}
