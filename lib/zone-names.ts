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

/** A zone as a page names it, e.g. `America/La Paz`. */
export function zoneLabel(zone: string): string {
  return presentZone(zone).replaceAll('_', ' ')
}
