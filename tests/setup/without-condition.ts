/** A statement as it would be if whoever wrote it had forgotten one condition, or one join to what the viewer may see. */

/** What a query joins, with everything in its place that row policies leave of the table. */
export const opened: Readonly<Record<string, string>> = {
  readable_text: 'SELECT id AS "textId", "groupId" FROM "Text"',
  readable_edition: 'SELECT id AS "editionId", "textId", "groupId" FROM "Edition"',
  closed_text: 'SELECT id AS "textId", "groupId", title FROM "Text" WHERE false',
  visible_meeting: `SELECT id AS "meetingId", "groupId", 'contents' AS sight, false AS proposed, true AS concerned, true AS organized,
    'whole' AS agenda, NULL::uuid AS "keepsFor", NULL::timestamptz AS since FROM "Meeting"`,
  readable_conclusion: `SELECT id AS "conclusionId", "groupId", "meetingId", true AS within, false AS kept, true AS open,
    true AS shared FROM "Conclusion"`,
  readable_assignment: 'SELECT id AS "assignmentId", "groupId", true AS own, true AS asked FROM "Assignment"',
  begun_group: 'SELECT id AS "groupId", true AS parties, true AS text, true AS meeting FROM "Group"',
  known_invitation: 'SELECT id AS "invitationId", true AS tended FROM "Invitation"',
  own_invitation: 'SELECT "groupId", "partyId", "acceptedAt", name AS inviter FROM "Invitation"',
}

/** Every statement that is left when one condition, one such join, or one question whether the viewer may see a row is taken out of this one. */
export function withoutOne(sql: string): readonly string[] {
  return [...withoutConditions(sql), ...withoutJoins(sql), ...withoutQuestions(sql)]
}

function withoutQuestions(sql: string): readonly string[] {
  return [...sql.matchAll(/visibility\.(sees|reads_event|opens_conclusion|shares_with_me)\([^()]*\)/g)].map(
    ({ 0: asked, index }) => `${sql.slice(0, index)}(TRUE OR ${asked})${sql.slice(index + asked.length)}`,
  )
}

function withoutJoins(sql: string): readonly string[] {
  return [...sql.matchAll(/visibility\.(\w+)\(\)/g)].flatMap(({ 0: call, 1: name = '', index }) => {
    const all = opened[name]
    return all === undefined ? [] : `${sql.slice(0, index)}(${all})${sql.slice(index + call.length)}`
  })
}

/** What ends a condition at its own level. */
const after = /^(GROUP|ORDER|LIMIT|OFFSET|UNION|HAVING|WINDOW|FOR|FETCH|EXCEPT|INTERSECT|RETURNING)$/

/** A condition that is always true still gives each parameter its type. */
function withoutConditions(sql: string): readonly string[] {
  const words = [...sql.matchAll(/'(?:[^']|'')*'|"[^"]*"|[()]|\w+/g)].map(({ 0: word, index }) => ({ word, index }))
  return words.flatMap(({ word, index }, at) => {
    if (word !== 'WHERE') return []
    let depth = 0
    const end = words.slice(at + 1).find((next) => {
      if (next.word === '(') depth += 1
      if (next.word === ')') depth -= 1
      return depth < 0 || (depth === 0 && after.test(next.word))
    })
    const from = index + word.length
    const to = end?.index ?? sql.length
    return `${sql.slice(0, from)} (TRUE OR (${sql.slice(from, to)})) ${sql.slice(to)}`
  })
}
