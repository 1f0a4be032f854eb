import type { Member, Party, PartyEvent } from '#domain/party/party.ts'

/** The party after an event. */
export function evolve(party: Party, event: PartyEvent, at: Date): Party {
  switch (event.type) {
    case 'invited':
      return party
    case 'joined':
    case 'role-changed':
      return withMember(party, event)
    case 'member-removed':
      return { ...party, members: party.members.filter((member) => member.personId !== event.personId) }
    case 'replacement-announced': {
      const { invitationId, announcedAt, effectiveAt } = event
      return { ...party, replacement: { invitationId, announcedAt, effectiveAt } }
    }
    case 'replacement-stopped':
      return { ...party, replacement: null }
    case 'head-replaced': {
      const members = party.members.map((member) =>
        event.formerHeadIds.includes(member.personId) ? { ...member, role: 'delegate' as const } : member,
      )
      return withMember({ ...party, members, replacement: null }, event)
    }
    case 'party-left':
      return { ...party, replacement: null, leftAt: at }
    default:
      return event satisfies never
  }
}

function withMember(party: Party, { personId, role, seesFrom }: Member): Party {
  const others = party.members.filter((member) => member.personId !== personId)
  return { ...party, members: [...others, { personId, role, seesFrom }] }
}
