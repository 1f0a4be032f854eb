import type words from '#messages/en/meetings.json'

/** The words of messages/<language>/meetings.json: client components get the parts they need as plain strings. */
export type MeetingWords = typeof words
