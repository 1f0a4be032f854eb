'use client'
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { Button } from '#components/actions/button.tsx'
import { Section } from '#components/frame/section.tsx'
import { ThemeChoice } from '#components/frame/theme-choice.tsx'
import { ConfirmDialog } from '#components/overlays/confirm-dialog.tsx'
import { CloseButton, Dialog } from '#components/overlays/dialog.tsx'
import { Menu } from '#components/overlays/menu.tsx'
import { Popover } from '#components/overlays/popover.tsx'
import { showToast } from '#components/overlays/toast.ts'

const ITEMS = [
  { id: 'edit', label: 'Change', icon: <Pencil aria-hidden />, onSelect: () => {} },
  { id: 'copy', label: 'Copy', icon: <Copy aria-hidden />, onSelect: () => {} },
  { id: 'no', label: 'Put (not yet)', disabled: true },
  { id: 'drop', label: 'Drop', icon: <Trash2 aria-hidden />, danger: true, onSelect: () => {} },
]

async function refuse() {
  await new Promise((done) => setTimeout(done, 400))
  return 'The meeting is open. Close it first.'
}

export function Overlays() {
  return (
    <Section title="Dialogs, menus, toasts">
      <div className="flex flex-wrap items-start gap-3">
        <Dialog label="Open a dialog" title="Take the wording back">
          <p>It becomes a draft again. The answers given so far are kept in its history.</p>
          <div className="mt-5 flex justify-end gap-2">
            <CloseButton>Done</CloseButton>
          </div>
        </Dialog>
        <Dialog label="Open a sheet" title="Passage 12" placement="side">
          <p>What belongs to it, at narrow width.</p>
        </Dialog>
        <ConfirmDialog
          label="Cancel the meeting"
          title="Cancel this meeting?"
          thing="Who keeps the weirs in a dry summer, Tue 12 May 2026"
          confirmLabel="Cancel the meeting"
          onConfirm={refuse}
        >
          Both parties are told. Its agenda stays readable.
        </ConfirmDialog>
        <Menu label="More" icon={<Ellipsis aria-hidden />} items={ITEMS} variant="quiet" />
        <Popover label="Local times">
          <p>18:30 in Berlin, 19:30 in Nairobi.</p>
        </Popover>
        <Button onClick={() => showToast({ message: 'Item moved to the next meeting.', undo: () => {} })}>Toast</Button>
        <ThemeChoice label="Theme" theme="system" />
      </div>
    </Section>
  )
}
