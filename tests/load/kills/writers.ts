/** People who act in one meeting at the same time, each without a pause, until the server is no more. */
import { draft, wording } from '#tests/features/conclusions-given.ts'
import type { Held } from '#tests/setup/meetings.ts'
import type { Said, Write } from './writes.ts'

/** Sends one write and gives back what it said. @throws when it was not answered. */
export type Act = (write: Write) => Promise<Said>

/** How many kinds of acts there are below: drafting, a new version, putting, answering, noting, planning, coming and leaving. */
export const kindsOfActs = 8

/** @param tag a word in all that they write, which no other meeting has. */
export function writersOf(held: Held, tag: string, act: Act): readonly Promise<void>[] {
  return [
    adopts(held, `${tag} one`, act),
    adopts(held, `${tag} two`, act),
    revises(held, tag, act),
    notes(held, tag, act),
    plans(held, tag, act),
    comesAndLeaves(held, act),
  ]
}

async function drafts({ chair, meetingId, itemId }: Held, title: string, act: Act): Promise<string> {
  const said = await act({
    by: chair,
    method: 'POST',
    path: `/meetings/${meetingId}/conclusions`,
    body: draft({ itemId, title }),
    leaves: () => [`draft-made ${title}`, `row ${title}`],
  })
  return String(said.id)
}

/** Drafts, puts, and lets every party answer at once: the last answer adopts. */
async function adopts(held: Held, tag: string, act: Act): Promise<void> {
  for (let n = 1; ; n++) {
    const id = await drafts(held, `${tag} ${n}`, act)
    const path = `/conclusions/${id}`
    await act({
      by: held.chair,
      method: 'POST',
      path: `${path}/put`,
      body: { version: 1 },
      leaves: () => [`put ${id} 1`],
    })
    const answers = held.sides.map(({ head, partyId }) =>
      act({
        by: head,
        method: 'POST',
        path: `${path}/stances`,
        body: { version: 1, answer: { kind: 'consent' } },
        leaves: (said) => [
          `stance-taken ${id} ${partyId}`,
          ...(said === null || said.state === 'adopted' ? [`adopted ${id}`, `row-adopted ${id}`] : []),
        ],
      }),
    )
    await Promise.all(answers)
  }
}

async function revises(held: Held, tag: string, act: Act): Promise<void> {
  const id = await drafts(held, `${tag} revised`, act)
  for (let baseVersion = 1; ; baseVersion++) {
    const text = `${tag}: the river is measured ${baseVersion} times.`
    await act({
      by: held.chair,
      method: 'POST',
      path: `/conclusions/${id}/versions`,
      body: { baseVersion, content: wording(text) },
      leaves: () => [`version-made ${id} ${baseVersion + 1} ${text}`, `row-version ${id} ${baseVersion + 1}`],
    })
  }
}

async function notes({ chair, meetingId, itemId }: Held, tag: string, act: Act): Promise<void> {
  const lines: string[] = []
  for (let notesVersion = 0; ; notesVersion++) {
    const line = `${tag} note ${notesVersion + 1}`
    lines.push(line)
    await act({
      by: chair,
      method: 'PUT',
      path: `/meetings/${meetingId}/items/${itemId}/notes`,
      body: { notes: lines.join('\n'), notesVersion },
      leaves: () => [`note ${line}`, `note-told ${line}`, `notes-version ${notesVersion + 1}`],
    })
  }
}

async function plans({ chair, meetingId }: Held, tag: string, act: Act): Promise<void> {
  for (let agendaVersion = 0; ; agendaVersion++) {
    const title = `${tag} item ${agendaVersion + 1}`
    await act({
      by: chair,
      method: 'POST',
      path: `/meetings/${meetingId}/items`,
      body: { agendaVersion, kind: 'procedure', title, minutes: 1 },
      leaves: () => [`item ${title}`, `item-told ${title}`],
    })
  }
}

async function comesAndLeaves({ sides, meetingId }: Held, act: Act): Promise<void> {
  const [side] = sides
  if (side === undefined) throw new Error('The meeting has a party.')
  const { delegate: by } = side
  const path = `/meetings/${meetingId}/presence`
  for (;;) {
    await act({ by, method: 'POST', path, body: {}, leaves: () => [`came ${by.personId}`] })
    await act({ by, method: 'DELETE', path: `${path}/${by.personId}`, leaves: () => [`left ${by.personId}`] })
  }
}
