/** The records of the demo, as somebody of each meeting exports them. */
import type { RecordExport } from '#domain/record/export.ts'
import { loadVerdict } from '#features/records/loaders.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { loadExport } from '#tests/setup/exports.ts'

/** The head of a party of each meeting in which something is recorded, by the meeting. */
async function readers(groupId: string): Promise<readonly (readonly [string, Viewer])[]> {
  return asSystem(
    'test',
    async (tx) => {
      const heads = await tx.recordHead.findMany({ where: { groupId }, orderBy: { meetingId: 'asc' } })
      const found: [string, Viewer][] = []
      for (const { meetingId } of heads) {
        const { partyId } = await tx.meetingParty.findFirstOrThrow({ where: { meetingId, leftAt: null } })
        const where = { partyId, role: 'head', removedAt: null }
        const { personId } = await tx.partyMember.findFirstOrThrow({ where })
        const sessionId = await startSession(tx, personId, 'demo', new Date(), null)
        found.push([meetingId, provenViewer({ personId, sessionId, method: 'demo' })])
      }
      return found
    },
    { write: true },
  )
}

export async function demoRecords(groupId: string): Promise<readonly RecordExport[]> {
  const records: RecordExport[] = []
  for (const [meetingId, viewer] of await readers(groupId)) {
    const record = await loadExport(viewer, meetingId, new Date())
    if (record !== null) records.push(record)
  }
  return records
}

/** What the record of each meeting of the demo says of itself. */
export async function demoVerdicts(groupId: string) {
  const verdicts = []
  // What is only proposed is for whoever speaks for the parties that know of it.
  for (const [meetingId, viewer] of await readers(groupId))
    verdicts.push((await loadVerdict(viewer, meetingId, null)) ?? [])
  return verdicts.flat()
}
