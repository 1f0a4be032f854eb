/** Names and words from which the rows of the bench are made. Nothing here comes from a database, nor from anybody. */

/** The nth of the ids that stand for ids: a UUID that no row has. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** An instant some days after the first of a month that does not move. */
export const dayAfter = (days: number): string => new Date(Date.UTC(2031, 4, 1 + days, 9, 30)).toISOString()

export const groupId = idOf(1)
export const textId = idOf(2)
export const meetingId = idOf(3)
export const editionId = idOf(4)

export const textTitle = 'Keeping the weir: what neighbours of a river owe each other'
export const meetingTitle = 'Second table: the gauge, the weir and the dry month'

export const madeUpParties = [
  { id: idOf(11), name: 'Upper Meadow Council', shortName: 'Upper Meadow', timeZone: 'America/Bogota' },
  { id: idOf(12), name: 'Mill Bend Cooperative', shortName: 'Mill Bend', timeZone: 'Europe/Lisbon' },
  { id: idOf(13), name: 'Long Field Growers', shortName: 'Long Field', timeZone: 'Africa/Nairobi' },
  { id: idOf(14), name: 'High Bank Villages', shortName: 'High Bank', timeZone: 'Asia/Kathmandu' },
  { id: idOf(15), name: 'Estuary and Islands', shortName: 'Estuary', timeZone: 'Pacific/Auckland' },
] as const

export const names = ['Ida Brandvold', 'Kofi Amartey', 'Lena Ostrow', 'Mateo Ibarra', 'Noor Haddad', 'Oren Calloway']

const words =
  'gauge weir meadow mill sluice bank village neighbour reading number level month rain drought ledger bridge boat lantern ' +
  'harvest orchard fence path council table letter answer question promise season evening morning mark measure stone gate ' +
  'keeps opens reads writes carries brings returns waits agrees differs repeats counts divides repairs lends borrows asks ' +
  'before after between beside without against along under over until because although where whoever whatever either both ' +
  'high low dry wet early late narrow broad old new common own small long quiet open shared written spoken exact honest ' +
  'the a an of to in on by for with from and or but not no every each some one two three many few this that its their our'
const vocabulary = words.split(' ')

/** So many characters that read, and pack, about as prose does: always the same for the same `n`. */
export function prose(length: number, n: number): string {
  let state = n + 1
  let text = ''
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    text += `${vocabulary[Math.floor(state / 65_536) % vocabulary.length]} `
  }
  return `${text.charAt(0).toUpperCase()}${text.slice(1, length - 1).trimEnd()}.`
}
