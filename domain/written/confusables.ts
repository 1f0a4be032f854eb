/**
 * Letters of one script that look like letters of another (after Unicode UTS #39, "confusables"; chosen by hand: Cyrillic,
 * Greek and Armenian beside Latin, the digits and strokes that pass for letters, and the kinds of hyphens and quotation marks).
 */
const lookalikes: Readonly<Record<string, string>> = {
  // Cyrillic
  аА: 'aA',
  вВ: 'вB',
  еЕ: 'eE',
  іІ: 'il',
  јЈ: 'jJ',
  кК: 'kK',
  мМ: 'мM',
  нН: 'нH',
  оО: 'oO',
  рР: 'pP',
  сС: 'cC',
  тТ: 'тT',
  уУ: 'yY',
  үҮ: 'yY',
  хХ: 'xX',
  ѕЅ: 'sS',
  һԁ: 'hd',
  ԛԚ: 'qQ',
  ԝԜ: 'wW',
  ѵѴ: 'vV',
  ӏӀ: 'll',
  зЗ: '33',
  // Greek
  αΑ: 'aA',
  βΒ: 'βB',
  εΕ: 'εE',
  ζΖ: 'ζZ',
  ηΗ: 'nH',
  ιΙ: 'il',
  κΚ: 'kK',
  μΜ: 'μM',
  νΝ: 'vN',
  οΟ: 'oO',
  ρΡ: 'pP',
  τΤ: 'τT',
  υΥ: 'uY',
  χΧ: 'xX',
  γϹ: 'yC',
  ϲϳ: 'cj',
  // Armenian
  օՕ: 'oO',
  սՍ: 'uU',
  տՏ: 'տS',
  հո: 'hn',
  ցզ: 'gq',
  // Latin letters, digits and strokes
  ıɩ: 'ii',
  ɑɡ: 'ag',
  I1: 'll',
  '|ǀ': 'll',
  '0': 'O',
  // Hyphens and dashes, apostrophes, quotation marks, slashes
  '‐‑‒–—−': '------',
  '‘’ʼ′`´': "''''''",
  '“”„«»': '"""""',
  '⁄∕': '//',
}

const map = new Map(
  Object.entries(lookalikes).flatMap(([from, to]) => {
    const letters = Array.from(to)
    return Array.from(from, (letter, place) => [letter, letters[place] ?? letter] as const)
  }),
)

/** The text with each letter as the one that it looks like. */
export function asItLooks(text: string): string {
  return Array.from(text, (letter) => map.get(letter) ?? letter).join('')
}
