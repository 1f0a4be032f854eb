/** Names that runtimes still list under an older spelling (CLDR keeps the first one it had), by the one people look for. */
const PRESENT_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The present name of an IANA zone: one for lists, pages and rows, whichever of its names somebody, or a runtime, gives. */
export function presentZone(zone: string): string {
  return PRESENT_NAMES[zone] ?? zone
}

/** The place that a zone is named after, e.g. `La Paz`. */
export function zonePlace(zone: string): string {
  return zoneLabel(zone).split('/').at(-1) ?? zone
}

/** A zone as a page names it, e.g. `America/La Paz`. */
export function zoneLabel(zone: string): string {
  return presentZone(zone).replaceAll('_', ' ')
}

/**
 * Words by which people look for a zone that its name does not hold: its older names, and the countries that keep it, in the
 * language of `locale` (BCP 47).
 */
export function zoneWords(zone: string, locale: string): string {
  if (searched?.locale !== locale) searched = { locale, words: wordsByZone(locale) }
  return searched.words.get(presentZone(zone)) ?? ''
}

/** Made when somebody first looks: it takes a moment. */
let searched: { readonly locale: string; readonly words: ReadonlyMap<string, string> } | undefined

function wordsByZone(locale: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (zone: string, word: string) => words.set(zone, `${words.get(zone) ?? ''} ${word}`)
  for (const [older, present] of Object.entries(PRESENT_NAMES)) add(present, older)
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  for (const first of letters)
    for (const second of letters) {
      const country = countries.of(first + second)
      if (country === undefined) continue
      for (const zone of zonesOf(first + second)) add(presentZone(zone), country)
    }
  return words
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The zones of a country (ISO 3166-1); none in a browser that does not tell. */
function zonesOf(region: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale('und', { region })
  return locale.getTimeZones?.() ?? []
}
