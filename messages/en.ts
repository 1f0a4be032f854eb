import commitments from './en/commitments.json' with { type: 'json' }
import components from './en/components.json' with { type: 'json' }
import conclusions from './en/conclusions.json' with { type: 'json' }
import everyPage from './en/every-page.json' with { type: 'json' }
import fields from './en/fields.json' with { type: 'json' }
import floor from './en/floor.json' with { type: 'json' }
import groups from './en/groups.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import invitations from './en/invitations.json' with { type: 'json' }
import mail from './en/mail.json' with { type: 'json' }
import meetings from './en/meetings.json' with { type: 'json' }
import minutes from './en/minutes.json' with { type: 'json' }
import parties from './en/parties.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import preparation from './en/preparation.json' with { type: 'json' }
import records from './en/records.json' with { type: 'json' }
import refusals from './en/refusals.json' with { type: 'json' }
import seldom from './en/seldom.json' with { type: 'json' }
import server from './en/server.json' with { type: 'json' }
import terms from './en/terms.json' with { type: 'json' }
import texts from './en/texts.json' with { type: 'json' }

/** Every sentence on the screen, by namespace: one JSON file of messages/en each, but for what of `components` every page needs. */
export const messages = {
  commitments,
  components: { ...components, ...everyPage },
  conclusions,
  fields,
  floor,
  home,
  preparation,
  groups,
  invitations,
  mail,
  meetings,
  minutes,
  parties,
  people,
  records,
  refusals,
  seldom,
  server,
  terms,
  texts,
}

export type Messages = typeof messages
