'use client'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'

export function Actions() {
  return (
    <Section title="Buttons and links">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">Put to the parties</Button>
        <Button>Save draft</Button>
        <Button variant="danger" icon={<Trash2 aria-hidden />}>
          Cancel the meeting
        </Button>
        <Button variant="plain" icon={<Plus aria-hidden />}>
          Add item
        </Button>
        <Button variant="primary" disabled>
          Not possible
        </Button>
        <Button variant="primary" pending>
          Saving
        </Button>
        <Button size="small">Small</Button>
        <Button variant="plain" size="small">
          Small, plain
        </Button>
        <ButtonLink href="/gallery#link" variant="quiet">
          A link
        </ButtonLink>
        <IconButton label="Change the wording" icon={<Pencil aria-hidden />} />
        <CopyButton text="2.3 ¶5" label="Copy reference" />
        <p className="basis-full">
          Words with <TextLink href="/gallery#inline">a link among them</TextLink>, and a{' '}
          <TextLink href="/gallery#title" look="title">
            title that leads somewhere
          </TextLink>
          .
        </p>
        <Button>Donaudampfschifffahrtsgesellschaftskapitänsversammlungsprotokollbestätigungsanforderung</Button>
      </div>
    </Section>
  )
}
