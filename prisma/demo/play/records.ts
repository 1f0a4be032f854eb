/** The record of a meeting is put to its parties. */
import { putRecord as putMinutes } from '#features/records/commands/put-record.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { done, type Played } from './world.ts'

/** From here on it is answered under the key `record`. */
export async function putRecord({ id, meeting, conclusions }: Played, by: Viewer): Promise<void> {
  conclusions.set('record', done(`put the record of "${meeting.title}"`, await putMinutes(by, id)))
}
