/** Acknowledged writes survive the death of the process (SECURITY.md, promise 9), on the embedded database. */
import { expect, it } from 'vitest'
import { settings } from '#lib/settings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { killsUnderLoad } from './kills/kills.ts'

const kills = rounds({ sample: 2, whole: 60 })

it(`${kills} times the server is killed while people act, and what it had answered is there once`, async () => {
  expect(settings().databaseUrl).toBeUndefined()
  tellFigure(9, 'kills on the embedded database', await killsUnderLoad(kills))
}, 1_500_000)
