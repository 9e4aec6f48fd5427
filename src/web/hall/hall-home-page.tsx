import { isOpen } from '../../dialogues/dialogue.ts'
import { arrangeHall, renewHallLinks } from '../../hall/arrange-hall.ts'
import type { Hall } from '../../hall/hall.ts'
import { SCREEN_LOOKS } from '../../hall/hall-state.ts'
import { findHall } from '../../hall/hall-store.ts'
import { openHall } from '../../hall/open-hall.ts'
import { qrDataUrl } from '../../papers/qr-svg.ts'
import { eraseNameOfConference } from '../../procedures/erase-person.ts'
import { Card } from '../kit/card.tsx'
import { CheckboxField } from '../kit/checkbox-field.tsx'
import { DetailsBlock } from '../kit/details-block.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { Form } from '../kit/form.tsx'
import { FormButtons } from '../kit/form-buttons.tsx'
import { NumberField } from '../kit/number-field.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DialoguePage, dialogueAct, dialogueView } from '../office/dialogues/dialogue-act.tsx'
import { formState, mayDo, type Refusal } from '../office/dialogues/dialogue-request.ts'
import { subpage } from '../office/dialogues/subpage.tsx'
import type { OfficeRequest, OfficeRoute } from '../office/office-route.ts'
import { hallHomeWords } from '../words/hall-home-words.ts'
import { hallWords } from '../words/hall-words.ts'
import { DESK_PATHS, mayOpenDesk } from './hall-request.ts'
import { DESKS } from './hall-view.ts'

interface Props {
  request: OfficeRequest
  hall: Hall
  refusal: Refusal | null
  base: string
}

function DeskLinks({ request, hall, base }: Props) {
  const words = hallHomeWords[request.lang]
  return (
    <Card title={words.desks} level={2}>
      <ul class="hall-desks">
        {DESKS.filter((desk) => mayOpenDesk(request, desk)).map((desk) => (
          <li key={desk}>
            <a class="btn btn-outline" href={base + DESK_PATHS[desk]}>
              {hallWords[request.lang].desks[desk]}
            </a>
          </li>
        ))}
      </ul>
      {hall.phase === 'ended' && mayDo(request, 'dossier:read') ? (
        <p class="mt-3">
          <a class="btn btn-primary" href={`${base}/ket-thuc`}>
            {words.finish}
          </a>
        </p>
      ) : null}
    </Card>
  )
}

function PublicLinks({ request, hall }: Props) {
  const words = hallHomeWords[request.lang]
  const { origin } = request
  const phone = `/dt/${hall.phoneToken}`
  return (
    <>
      <Card title={words.screen} level={2}>
        <p class="field-help">{words.screenHelp}</p>
        <p>
          <a class="btn btn-outline" href={`/man-hinh/${hall.screenToken}`}>
            {words.screen}
          </a>
        </p>
      </Card>
      <Card title={words.phones} level={2}>
        <p class="field-help">{words.phonesHelp}</p>
        <p>
          <img src={qrDataUrl(origin + phone)} alt={hallWords[request.lang].qrAlt} width="200" height="200" />
        </p>
        <p>
          <a href={phone}>{`${origin}${phone}`}</a>
        </p>
      </Card>
    </>
  )
}

function ArrangeForms({ request, hall, refusal, base }: Props) {
  const words = hallHomeWords[request.lang]
  const stored = {
    screenLook: hall.screenLook,
    speakingMinutes: hall.speakingSeconds === null ? '' : Math.round(hall.speakingSeconds / 60),
    questionsOpen: hall.questionsOpen ? 'on' : '',
  }
  return (
    <Card title={words.arrange} level={2}>
      <Form action={`${base}/cach-hien`} label={words.arrange} {...formState(refusal, 'arrange', stored)}>
        <SelectField
          name="screenLook"
          label={hallWords[request.lang].screenChoice.title}
          choices={SCREEN_LOOKS.map((look) => ({ value: look, label: words.looks[look] }))}
          empty={null}
          required
        />
        <NumberField name="speakingMinutes" label={words.minutes} min={1} max={120} />
        <CheckboxField name="questionsOpen" label={words.questionsOpen} checked={hall.questionsOpen} />
        <FormButtons verb={words.save} />
      </Form>
      <DetailsBlock summary={words.renew}>
        <Form action={`${base}/doi-dia-chi`} label={words.renew} {...formState(refusal, 'renew')}>
          <p class="field-help">{words.renewHelp}</p>
          <TextField name="reason" label={words.reason} required />
          <FormButtons verb={words.renew} danger />
        </Form>
      </DetailsBlock>
    </Card>
  )
}

/** Whoever came, asked or spoke without being a petitioner may ask to be forgotten. */
function EraseForm({ request, refusal, base }: Props) {
  const words = hallHomeWords[request.lang]
  return (
    <DetailsBlock summary={words.erase} open={refusal?.form === 'erase'}>
      <Form action={`${base}/xoa-ten`} draft={false} label={words.erase} {...formState(refusal, 'erase')}>
        <p class="field-help">{words.eraseHelp}</p>
        <TextField name="name" label={words.eraseName} required />
        <TextField name="reason" id="erase-reason" label={words.reason} required />
        <CheckboxField name="alsoContents" label={words.eraseWords} />
        <FormButtons verb={words.erase} danger />
      </Form>
    </DetailsBlock>
  )
}

const hallHomePage: DialoguePage = async (request, dialogue, refusal) => {
  const words = hallHomeWords[request.lang]
  const hall = await findHall(request.db, request.authority.id, dialogue.id)
  const base = request.link(`/hoi-nghi/${dialogue.id}/hoi-truong`)
  const conducts = mayDo(request, 'dialogue:conduct')
  const frame = { key: 'hall', refusal, help: words.help } as const
  if (!hall) {
    const possible = dialogue.state === 'preparing' && dialogue.form !== 'indirect' && dialogue.heldOn !== null
    return subpage(
      request,
      dialogue,
      frame,
      <EmptyState icon="meeting" title={dialogue.form === 'indirect' ? words.unavailable : words.notOpen}>
        {possible && conducts ? (
          <Form action={`${base}/mo`} draft={false} label={words.openHall} {...formState(refusal, 'open')}>
            <FormButtons verb={words.openHall} />
          </Form>
        ) : null}
      </EmptyState>,
    )
  }
  const props = { request, hall, refusal, base }
  return subpage(
    request,
    dialogue,
    frame,
    <div class="hall-home">
      <DeskLinks {...props} />
      {conducts ? <PublicLinks {...props} /> : null}
      {conducts && isOpen(dialogue) ? <ArrangeForms {...props} /> : null}
      {mayDo(request, 'dossier:download') ? (
        <p>
          <a href={`${base}/xuat`}>{words.export}</a>
        </p>
      ) : null}
      {mayDo(request, 'petition:erase-person') ? <EraseForm {...props} /> : null}
    </div>,
  )
}

const act = { page: hallHomePage, back: '/hoi-truong', permission: 'dialogue:conduct' as const }

/** The front page of the hall: opened, its desks, its addresses, what it shows. */
export const hallHomeRoutes: OfficeRoute[] = [
  dialogueView('/hoi-truong', 'hall:see', hallHomePage),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/mo', change: openHall, form: 'open' },
    flash: (lang) => hallHomeWords[lang].opened,
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/cach-hien', change: arrangeHall, form: 'arrange' },
    flash: (lang) => hallHomeWords[lang].saved,
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/doi-dia-chi', change: renewHallLinks, form: 'renew' },
    flash: (lang) => hallHomeWords[lang].renewed,
  }),
  dialogueAct({
    ...{ ...act, path: '/hoi-truong/xoa-ten', change: eraseNameOfConference, form: 'erase' },
    permission: 'petition:erase-person' as const,
    flash: (lang, { rows }) => hallHomeWords[lang].erased(rows),
  }),
]
