'use client'
import { Checkbox } from '#components/forms/checkbox.tsx'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { ComboBox } from '#components/forms/combo-box.tsx'
import { DateField } from '#components/forms/date-field.tsx'
import { Form } from '#components/forms/form.tsx'
import { NumberField } from '#components/forms/number-field.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SearchField } from '#components/forms/search-field.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { Switch } from '#components/forms/switch.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { TimeField } from '#components/forms/time-field.tsx'
import { Section } from '#components/frame/section.tsx'

const KINDS = [
  { value: 'study', label: 'Study session', description: 'One party reads and discusses.' },
  { value: 'bilateral', label: 'Bilateral', description: 'Two parties go deep and come often.' },
  { value: 'multilateral', label: 'Multilateral', description: 'Three or more, bound by time.', disabled: true },
]

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

const PARTIES = [
  { value: 'mills', label: 'Upper Mills' },
  { value: 'harbour', label: 'Reed Harbour' },
]

/** Refuses once what names the weirs, to show how a refusal looks. */
async function answer(data: FormData) {
  await new Promise((done) => setTimeout(done, 600))
  return data.get('title') === 'ok'
    ? []
    : [{ field: 'title', message: 'Another meeting has this title.' }, { message: 'The day is full.' }]
}

export function Fields() {
  return (
    <Section title="Fields">
      <div className="grid gap-12 lg:grid-cols-2">
        <Form send={answer} draft="gallery" label="New meeting">
          <TextField label="Title" name="title" required description="What the parties will look for." />
          <RadioGroup label="Kind" name="kind" required choices={KINDS} defaultValue="bilateral" />
          <CheckboxGroup label="Parties" name="parties" choices={PARTIES} />
          <div className="flex flex-wrap gap-4">
            <DateField label="Day" name="day" required />
            <TimeField label="Time" name="time" required />
          </div>
          <ComboBox label="Zone" name="zone" required choices={ZONES} defaultValue="Europe/Berlin" />
          <NumberField label="Length" name="minutes" unit="minutes" min={5} max={600} defaultValue={90} required />
          <TextArea label="Wording" name="wording" asText defaultValue="The parties open the sluices together." />
          <Checkbox
            label="Tell the parties"
            name="tell"
            description="They get a message with the day and the agenda."
          />
          <div className="flex gap-3">
            <SubmitButton>Schedule</SubmitButton>
          </div>
        </Form>
        <div className="grid content-start gap-5">
          <SearchField label="Search this text" name="q" submit="Find" />
          <Select label="Party" name="party" choices={PARTIES} placeholder="Choose one" />
          <TextField label="With a refusal" name="refused" defaultValue="12:99" error="There is no such time." />
          <TextField label="Not now" name="off" defaultValue="Fixed since it was put" disabled />
          <TextArea label="Your reason" name="reason" placeholder="Seen by both parties" />
          <Switch label="Share with the group" name="share" defaultChecked />
          <Switch label="Discreet" name="discreet" description="Its existence stays between the parties." />
          <Checkbox label="Not possible" name="no" disabled />
          <Checkbox label="Chosen" name="yes" defaultChecked />
          <TextField label="عنوان" name="rtl" defaultValue="مجلس النهر" />
        </div>
      </div>
    </Section>
  )
}
