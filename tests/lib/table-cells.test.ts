/** Words in a table are carried out by no spreadsheet, by whichever sign it parts cells. */
import { expect, test } from 'vitest'
import { cell } from '#features/conclusions/queries/document/csv.ts'
import { tellFigure } from '#tests/setup/proof.ts'

/** The cells of a table as spreadsheets read them: a quote counts at the beginning of a cell alone, and what follows its end belongs to it. */
function cellsIn(table: string, parting: string): string[] {
  const cells = ['']
  let quoted = false
  let isNew = true
  const add = (letters: string) => cells.push(`${cells.pop()}${letters}`)
  for (let at = 0; at < table.length; at++) {
    const sign = table[at] ?? ''
    if (quoted && sign === '"' && table[at + 1] === '"') {
      add(sign)
      at++
    } else if (quoted && sign === '"') quoted = false
    else if (quoted) add(sign)
    else if (sign === '"' && isNew) quoted = true
    else if (sign === parting || sign === '\n' || sign === '\r') {
      cells.push('')
      isNew = true
      continue
    } else add(sign)
    isNew = false
  }
  return cells
}

/** Whatever is made of signs that mean something to a table, of up to four of them. */
function allWords(): readonly string[] {
  const signs = ['=', '"', ';', '\n', '\t', '|', ',', ' ', 'a']
  const longer = (words: readonly string[]) => words.flatMap((one) => signs.map((sign) => one + sign))
  const ofOne = longer([''])
  const ofTwo = longer(ofOne)
  const ofThree = longer(ofTwo)
  return ['', ...ofOne, ...ofTwo, ...ofThree, ...longer(ofThree)]
}

test('given any words in any cell, when a spreadsheet parts cells by its own sign, then none of them begins as a formula', () => {
  const words = allWords()
  const partings = [',', ';', '\t', '|']
  let cells = 0
  for (const parting of partings) {
    const rows = words.map((one) => `${cell(one)},${cell(one)},${cell('end')}\r\n`)
    // As one table, and each row alone: what comes before it decides which quotes count.
    for (const table of [rows.join(''), ...rows.map((row) => `${cell('a')},${row}`)]) {
      const found = cellsIn(table, parting)
      cells += found.length
      expect(found.filter((one) => /^\s*=/.test(one))).toEqual([])
    }
  }
  tellFigure(
    3,
    'table of conclusions',
    `${words.length} hostile words in the first and in later cells, read by ${partings.length} separators: ${cells} cells, 0 formulas`,
  )
})
