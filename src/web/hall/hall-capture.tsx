import type { ComponentChildren } from 'preact'
import type { HallSpeech } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { soughtOnDesk } from './find-on-desk.ts'
import { FindForm, FoundRow, FoundRows } from './hall-find.tsx'
import { HallField, HallForm } from './hall-form.tsx'
import type { DeskPetition, DeskView } from './hall-view.ts'
import { sentBefore, speechAtHand } from './petitions-of-speech.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** What is raised in the speech: one field to write it down, splitting it, tying what was sent in before. */
export function CaptureCard({ view, words }: Props) {
  const own = words.capture
  if (!view.can.capture) return null
  const speech = speechAtHand(view)
  if (!speech) {
    return (
      <section class="hall-card" aria-labelledby="hall-capture">
        <h2 id="hall-capture">{own.title}</h2>
        <p class="hall-soft">{own.noSpeech}</p>
      </section>
    )
  }
  const before = sentBefore(view, speech)
  const others = view.petitions.filter((one) => !speech.petitionIds.includes(one.id) && !before.includes(one))
  return (
    <section class="hall-card" aria-labelledby="hall-capture">
      <h2 id="hall-capture">{own.title}</h2>
      <p class="hall-soft">
        {own.forWhom}: <b>{speech.name}</b>
      </p>
      <CaptureForm view={view} words={words} speech={speech} />
      {before.length > 0 ? (
        <>
          <h3>{own.own}</h3>
          <LinkForm view={view} words={words} speech={speech}>
            <ul class="hall-list">
              {before.map((petition) => (
                <li key={petition.id} class="hall-row">
                  <LinkRow words={words} petition={petition} />
                </li>
              ))}
            </ul>
          </LinkForm>
        </>
      ) : null}
      <FindPetition view={view} words={words} speech={speech} others={others} />
    </section>
  )
}

function CaptureForm({ view, words, speech }: Props & { speech: HallSpeech }) {
  const own = words.capture
  return (
    <HallForm
      view={view}
      path="/kien-nghi"
      label={`${own.act}: ${speech.name}`}
      fields={{ speechId: speech.id }}
      draft={`capture-${speech.id}`}
    >
      <HallField label={own.field} wide help={own.help}>
        <textarea name="content" rows={4} required maxLength={20_000} class="textarea" data-hotkey="g" />
      </HallField>
      <HallField label={own.area}>
        <select name="subjectArea" class="select">
          <option value="" />
          {view.areas.map((area) => (
            <option key={area.key} value={area.key}>
              {area.label}
            </option>
          ))}
        </select>
      </HallField>
      <label class="hall-check">
        <input type="checkbox" name="split" class="checkbox" defaultChecked /> <span>{own.split}</span>
      </label>
      <label class="hall-check">
        <input type="checkbox" name="consentToPublishName" class="checkbox" /> <span>{own.consent}</span>
      </label>
      <button class="btn btn-primary" type="submit">
        {own.act}
      </button>
    </HallForm>
  )
}

function LinkForm({ view, words, speech, children }: Props & { speech: HallSpeech; children: ComponentChildren }) {
  const label = `${words.capture.linkAct}: ${speech.name}`
  return (
    <HallForm view={view} path="/gan" class="hall-rows" label={label} fields={{ speechId: speech.id, on: 'on' }}>
      {children}
    </HallForm>
  )
}

function LinkRow({ words, petition }: { words: HallWords; petition: DeskPetition }) {
  const verb = words.capture.linkAct
  return (
    <>
      <span class="hall-who">
        <b>{petition.code}</b>
        <span class="hall-brief">{petition.content}</span>
        <span class="hall-soft">{petition.petitioner}</span>
      </span>
      <button
        class="btn btn-sm btn-outline"
        type="submit"
        name="petitionId"
        value={petition.id}
        aria-label={`${verb}: ${petition.code}`}
      >
        {verb}
      </button>
    </>
  )
}

/** What somebody else sent in, or the same person under another name: looked for, then tied to the speech. */
function FindPetition(props: Props & { speech: HallSpeech; others: readonly DeskPetition[] }) {
  const { view, words, speech, others } = props
  const own = words.capture
  if (others.length === 0) return null
  const found = soughtOnDesk(view, view.sought)
  const isNone = view.sought !== '' && !others.some((one) => found.has(one.id))
  return (
    <>
      <FindForm name="tim" label={own.find} help={own.findHelp} verb={own.findAct} sought={view.sought} />
      <LinkForm view={view} words={words} speech={speech}>
        <FoundRows none={own.notFound} isNone={isNone}>
          {others.map((petition) => (
            <FoundRow key={petition.id} id={petition.id} isFound={found.has(petition.id)}>
              <LinkRow words={words} petition={petition} />
            </FoundRow>
          ))}
        </FoundRows>
      </LinkForm>
    </>
  )
}
