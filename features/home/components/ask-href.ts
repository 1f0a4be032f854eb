import type { Ask } from '../queries/asks.ts'

/** Where what is asked can be done. */
export function askHref({ kind, groupId, meeting, thingId, detail, passage, partyId }: Ask): string {
  const group = `/groups/${groupId}`
  const inMeeting = meeting === null ? group : `${group}/meetings/${meeting.id}`
  switch (kind) {
    case 'homework':
      if (passage !== null) return `${group}/texts/${passage.textId}/p/${passage.ordinal}`
      return meeting === null ? group : `${inMeeting}/prepare`
    case 'stance':
    case 'word':
    case 'words':
    case 'not-carried':
      if (meeting === null) return group
      return detail === 'record' ? `${inMeeting}/record` : `${inMeeting}/conclusions/${thingId}`
    case 'commitment':
      return `${group}/commitments`
    case 'offer':
    case 'office':
    case 'choose-party':
    case 'participant':
    case 'schedule':
      return `${inMeeting}/plan`
    case 'deletion':
      return `${group}/deletion`
    case 'invitation':
      return partyId === null ? `${group}/settings` : `${group}/parties/${partyId}`
    default:
      return kind satisfies never
  }
}
