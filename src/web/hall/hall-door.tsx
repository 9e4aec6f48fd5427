import { writtenInvitationCode } from '../../dialogues/invitation-code.ts'
import { wallClock } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { soughtOnDesk } from './find-on-desk.ts'
import { FindForm, FoundRow, FoundRows } from './hall-find.tsx'
import { HallField, HallForm, OneButton } from './hall-form.tsx'
import { RegisterSpeaker } from './hall-queue.tsx'
import type { DeskInvitee, DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** The door: large buttons to count, the list of those invited, speaking registered on the spot. */
export function DoorDesk({ view, words }: Props) {
  const own = words.door
  const { delegates, people } = view.attendance
  return (
    <div class="hall-columns">
      <div>
        <section class="hall-card" aria-labelledby="hall-count">
          <h2 id="hall-count">{own.come}</h2>
          <p class="hall-total" aria-live="polite">
            <strong>{delegates + people}</strong> {words.attendance(delegates + people, delegates, people)}
          </p>
          {view.can.door ? <CountForms view={view} words={words} /> : null}
        </section>
        <InvitedList view={view} words={words} />
      </div>
      <div>
        <RegisterSpeaker view={view} words={words} />
        <RecentArrivals view={view} words={words} />
        <Exclusions view={view} words={words} />
      </div>
    </div>
  )
}

function CountForms({ view, words }: Props) {
  const own = words.door
  return (
    <>
      <div class="hall-acts">
        {(['people', 'delegates'] as const).map((kind) => (
          <OneButton
            key={kind}
            view={view}
            path="/diem-danh"
            fields={{ kind, headcount: 1 }}
            verb={own.one(own[kind])}
            look="primary"
            big
          />
        ))}
      </div>
      <details class="hall-more">
        <summary>{own.count}</summary>
        <HallForm view={view} path="/diem-danh" label={own.count} draft="count">
          <HallField label={own.howMany}>
            <input name="headcount" inputMode="numeric" required maxLength={4} class="input" autocomplete="off" />
          </HallField>
          <HallField label={own.women}>
            <input name="women" inputMode="numeric" maxLength={4} class="input" autocomplete="off" />
          </HallField>
          <HallField label={own.kind}>
            <select name="kind" class="select">
              <option value="people">{own.people}</option>
              <option value="delegates">{own.delegates}</option>
            </select>
          </HallField>
          <HallField label={words.register.village}>
            <input name="village" maxLength={200} class="input" autocomplete="off" />
          </HallField>
          <button class="btn btn-outline" type="submit">
            {own.act}
          </button>
        </HallForm>
      </details>
    </>
  )
}

const OF_THE_PEOPLE = ['people', 'petitioner']

/** Those invited, found by name or by the code of their invitation; without script the same form asks the server. */
function InvitedList({ view, words }: Props) {
  const own = words.door
  const found = soughtOnDesk(view, view.sought)
  const came = view.invitees.filter((one) => one.arrivedAt !== null).length
  return (
    <section class="hall-card" aria-labelledby="hall-invited">
      <h2 id="hall-invited">{own.invited}</h2>
      <p class="hall-soft">{own.invitedCame(view.invitees.length, came)}</p>
      {view.invitees.length === 0 ? <p class="hall-soft">{own.noInvitees}</p> : null}
      {view.invitees.length > 0 ? (
        <FindForm name="ma" label={own.find} help={own.findHelp} verb={own.findAct} sought={view.sought} />
      ) : null}
      <FoundRows none={own.notFound} isNone={found.size === 0 && view.invitees.length > 0}>
        {view.invitees.map((one) => (
          <InvitedRow key={one.id} view={view} words={words} one={one} isFound={found.has(one.id)} />
        ))}
      </FoundRows>
      {view.sought ? (
        <p>
          <a href={`${view.base}/cua`}>{own.all}</a>
        </p>
      ) : null}
    </section>
  )
}

function InvitedRow({ view, words, one, isFound }: Props & { one: DeskInvitee; isFound: boolean }) {
  const own = words.door
  return (
    <FoundRow id={one.id} isFound={isFound}>
      <span class="hall-who">
        <b>{one.name}</b>
        <span class="hall-soft">
          {[one.title, one.headcount > 1 ? own.heads(one.headcount) : '', writtenInvitationCode(one.code)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {one.arrivedAt !== null ? (
        <span class="hall-done">✓ {own.arrived(wallClock(one.arrivedAt))}</span>
      ) : view.can.door ? (
        <HallForm
          view={view}
          path="/diem-danh"
          class="hall-one"
          label={`${own.arrive}: ${one.name}`}
          fields={{ inviteeId: one.id, kind: OF_THE_PEOPLE.includes(one.kind) ? 'people' : 'delegates' }}
        >
          {one.headcount > 1 ? (
            <input
              class="input hall-small"
              name="headcount"
              inputMode="numeric"
              maxLength={4}
              aria-label={`${own.howMany}: ${one.name}`}
              defaultValue={String(one.headcount)}
            />
          ) : (
            <input type="hidden" name="headcount" value="1" />
          )}
          <button class="btn btn-outline btn-sm" type="submit" aria-label={`${own.arrive}: ${one.name}`}>
            {own.arrive}
          </button>
        </HallForm>
      ) : null}
    </FoundRow>
  )
}

/** Somebody is not heard (002 I.3): the ground is enough; a name is optional, restricted, and never in the minutes. */
function Exclusions({ view, words }: Props) {
  const own = words.door
  if (view.exclusionGrounds.length === 0) return null
  return (
    <details class="hall-card hall-more">
      <summary>
        <h2>
          {own.exclusions} ({view.exclusions})
        </h2>
      </summary>
      <HallForm view={view} path="/khong-doi-thoai" label={own.exclusions} draft="exclusion">
        <fieldset class="hall-choices">
          <legend>{own.ground}</legend>
          {view.exclusionGrounds.map((ground) => (
            <label key={ground.key} class="hall-check">
              <input type="radio" name="groundKey" value={ground.key} class="radio" required />{' '}
              <span>{ground.label}</span>
            </label>
          ))}
        </fieldset>
        <HallField label={own.decidedBy}>
          <input name="decidedBy" required maxLength={200} class="input" autocomplete="off" />
        </HallField>
        <HallField label={own.restrictedName} help={own.restrictedHelp}>
          <input name="restrictedName" maxLength={200} class="input" autocomplete="off" />
        </HallField>
        <HallField label={own.exclusionNote} help={own.representative} wide>
          <input name="note" maxLength={500} class="input" autocomplete="off" />
        </HallField>
        <button class="btn btn-outline" type="submit">
          {own.exclude}
        </button>
      </HallForm>
    </details>
  )
}

function RecentArrivals({ view, words }: Props) {
  const own = words.door
  if (view.arrivals.length === 0) return null
  return (
    <section class="hall-card" aria-labelledby="hall-recent">
      <h2 id="hall-recent">{own.recent}</h2>
      <ul class="hall-list">
        {view.arrivals.map((one) => (
          <li key={one.id} class="hall-row">
            <span class="hall-who">
              <b>
                {own.heads(one.headcount)} · {one.kind === 'people' ? own.people : own.delegates}
              </b>
              <span class="hall-soft">
                {[
                  wallClock(one.at),
                  view.invitees.find((invitee) => invitee.id === one.inviteeId)?.name ?? one.name,
                  one.village,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {view.can.door ? (
              <OneButton
                view={view}
                path="/diem-danh/bo"
                fields={{ arrivalId: one.id }}
                verb={own.takeBack}
                of={`${own.heads(one.headcount)}, ${wallClock(one.at)}`}
                look="quiet"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
