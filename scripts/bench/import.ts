/** A long text brought in through the API. */
import { ask } from './ask.ts'
import type { Instance } from './instance.ts'
import { forgetPeak, memoryMb } from './process.ts'
import { measured, type Result } from './result.ts'

const PASSAGES = 31_000
const BYTES = 4_500_000
/** A section has so many passages, its heading included. */
const IN_A_SECTION = 50
const LIMIT_S = 5

/** `limited`: whether the time is judged. */
export async function measureImport(instance: Instance, { limited }: { limited: boolean }): Promise<readonly Result[]> {
  const { prepared, pid } = instance
  const { groupId, cookie } = prepared
  await forgetPeak(pid)
  const upload = { method: 'POST', body: longText(), type: 'application/octet-stream' }
  const imported = await ask(instance, `/api/v1/groups/${groupId}/texts?name=long.md`, cookie, upload)
  const { textId } = JSON.parse(imported.body.toString()) as { textId: string }
  const { body: draft } = await ask(instance, `/api/v1/texts/${textId}/draft`, cookie)
  const { total, revision } = JSON.parse(draft.toString()) as { total: number; revision: number }
  if (total !== PASSAGES) throw new Error(`The long text has ${total} passages.`)
  const publish = { method: 'POST', body: JSON.stringify({ revision }) }
  const published = await ask(instance, `/api/v1/texts/${textId}/publication`, cookie, publish)
  return [
    measured('Import: upload to recognised draft', imported.ms / 1000, 's', limited ? LIMIT_S : null),
    measured('Import: publish', published.ms / 1000, 's'),
    measured('Import: memory at its peak', await memoryMb(pid, 'peak'), 'MB'),
  ]
}

/** Markdown with exactly so many passages, about so many bytes. */
function longText(): Buffer {
  const length = Math.floor(BYTES / PASSAGES) - 2
  const passages = Array.from({ length: PASSAGES }, (_, n) => {
    if (n % IN_A_SECTION === 0) return `## Reach ${n / IN_A_SECTION + 1} of the river`
    const start = `At mark ${n} the level is read by both banks and written down. `
    return start
      .padEnd(length, 'The weir holds what the mill does not need, and the meadow drinks the rest. ')
      .trimEnd()
  })
  return Buffer.from(`${passages.join('\n\n')}\n`)
}
