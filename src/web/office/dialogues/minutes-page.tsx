import { findMinutes, listMinutesRevisions, type Minutes } from '../../../dialogues/conference-store.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import { lockMinutesAsChair, lockMinutesAsSecretary, lockMinutesOnPaper } from '../../../dialogues/lock-minutes.ts'
import { writeMinutes } from '../../../dialogues/write-minutes.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { formState, mayDo, type Refusal } from './dialogue-request.ts'
import { minutesFiling } from './minutes-filing.tsx'
import { subpage } from './subpage.tsx'

interface Props {
  request: OfficeRequest
  minutes: Minutes | null
  refusal: Refusal | null
  base: string
}

function MinutesForm({ request, minutes, refusal, base }: Props) {
  const words = conferenceWords[request.lang].minutes
  // who keeps the minutes is usually the one who opens them
  const secretaryName = request.actor.role === 'secretary' ? (request.chrome.user?.name ?? '') : ''
  const stored = minutes ?? { secretaryName, proceedings: '', conclusion: '' }
  return (
    <Form
      action={base}
      version={minutes?.version ?? ''}
      label={words.reading}
      {...formState(refusal, 'minutes', { ...stored })}
    >
      <TextField name="secretaryName" label={words.secretary} required />
      <TextAreaField name="proceedings" label={words.proceedings} help={words.proceedingsHelp} rows={18} />
      <TextAreaField name="conclusion" label={words.conclusion} rows={6} />
      <FormButtons verb={words.save} />
    </Form>
  )
}

function Signatures({ request, minutes, refusal, base, may }: Props & { minutes: Minutes; may: boolean }) {
  const words = conferenceWords[request.lang].minutes
  const chairSigned = minutes.lockedByChair !== null || minutes.chairSignedOnPaper
  return (
    <Card title={words.signatures} level={2}>
      <ul>
        {minutes.lockedBySecretary ? (
          <li>{words.signedSecretary(minutes.secretaryAccount ?? minutes.secretaryName)}</li>
        ) : null}
        {minutes.lockedByChair ? <li>{words.signedChair(minutes.chairAccount ?? '')}</li> : null}
        {minutes.chairSignedOnPaper ? <li>{words.signedOnPaper}</li> : null}
      </ul>
      {may && !minutes.lockedBySecretary && mayDo(request, 'minutes:lock-as-secretary') ? (
        <Form
          action={`${base}/thu-ky-ky`}
          draft={false}
          label={words.signSecretary}
          {...formState(refusal, 'secretary')}
        >
          <FormButtons verb={words.signSecretary} />
        </Form>
      ) : null}
      {may && !chairSigned && minutes.lockedBySecretary && mayDo(request, 'minutes:lock-as-chair') ? (
        <Form action={`${base}/chu-tri-ky`} draft={false} label={words.signChair} {...formState(refusal, 'chair')}>
          <FormButtons verb={words.signChair} />
        </Form>
      ) : null}
      {may && !chairSigned && mayDo(request, 'minutes:write') ? (
        <Form
          action={`${base}/ky-giay`}
          draft={false}
          class="form mt-6"
          label={words.signPaper}
          {...formState(refusal, 'paper')}
        >
          <CheckboxField name="signed" label={words.signPaperConfirm} required />
          <FormButtons verb={words.signPaper} />
        </Form>
      ) : null}
    </Card>
  )
}

async function revisionList(request: OfficeRequest, minutes: Minutes) {
  const words = conferenceWords[request.lang].minutes
  const revisions = await listMinutesRevisions(request.db, request.authority.id, minutes.id)
  return (
    <DetailsBlock summary={`${words.revisions} (${revisions.length})`}>
      {revisions.map((revision) => (
        <DetailsBlock
          key={revision.version}
          summary={`${words.revision(revision.version)}, ${revision.accountName ?? ''}, ${formatMoment(revision.at, request.lang)}`}
        >
          <ProseText text={revision.proceedings} />
          {revision.conclusion ? <ProseText text={revision.conclusion} /> : null}
        </DetailsBlock>
      ))}
    </DetailsBlock>
  )
}

const minutesPage: DialoguePage = async (request, dialogue, refusal) => {
  const words = conferenceWords[request.lang].minutes
  const minutes = await findMinutes(request.db, request.authority.id, dialogue.id)
  const props = { request, minutes, refusal, base: request.link(`/hoi-nghi/${dialogue.id}/bien-ban`) }
  const open = isOpen(dialogue)
  const writes = open && minutes?.state !== 'locked' && mayDo(request, 'minutes:write')
  return subpage(
    request,
    dialogue,
    { key: 'minutes', refusal, help: words.help },
    <>
      {minutes ? (
        <p class="mb-3">
          <StateBadge
            tone={minutes.state === 'locked' ? 'good' : 'info'}
            label={minutes.state === 'locked' ? words.locked : words.draft}
            {...(minutes.state === 'locked' ? { sign: 'lock' as const } : {})}
          />
        </p>
      ) : null}
      {writes ? <MinutesForm {...props} /> : null}
      {!writes && minutes ? (
        <Section title={words.proceedings}>
          <ProseText text={minutes.proceedings} />
          {minutes.conclusion ? (
            <Section title={words.conclusion} level={3}>
              <ProseText text={minutes.conclusion} />
            </Section>
          ) : null}
        </Section>
      ) : null}
      {!writes && !minutes ? <EmptyState icon="pen" title={words.notWritten} /> : null}
      {minutes && dialogue.state !== 'preparing' ? (
        <div class="mt-6">
          <Signatures {...props} minutes={minutes} may={open && minutes.state !== 'locked'} />
        </div>
      ) : null}
      {await minutesFiling(request, dialogue, minutes)}
      {minutes ? await revisionList(request, minutes) : null}
    </>,
  )
}

const act = { page: minutesPage, back: '/bien-ban' }
const signed = (lang: Lang) => conferenceWords[lang].minutes.signedFlash

export const minutesRoutes: OfficeRoute[] = [
  dialogueView('/bien-ban', 'dossier:read', minutesPage),
  dialogueAct({
    ...{ ...act, path: '/bien-ban', permission: 'minutes:write', change: writeMinutes, form: 'minutes' },
    flash: (lang) => conferenceWords[lang].minutes.savedFlash,
    conflict: (lang) => {
      const { secretary, proceedings, conclusion } = conferenceWords[lang].minutes
      return [
        { name: 'secretaryName', label: secretary },
        { name: 'proceedings', label: proceedings },
        { name: 'conclusion', label: conclusion },
      ]
    },
  }),
  dialogueAct({
    ...{ ...act, path: '/bien-ban/thu-ky-ky', permission: 'minutes:lock-as-secretary', change: lockMinutesAsSecretary },
    ...{ form: 'secretary', flash: signed },
  }),
  dialogueAct({
    ...act,
    path: '/bien-ban/chu-tri-ky',
    permission: 'minutes:lock-as-chair',
    change: lockMinutesAsChair,
    form: 'chair',
    flash: signed,
  }),
  dialogueAct({
    ...act,
    path: '/bien-ban/ky-giay',
    permission: 'minutes:write',
    change: lockMinutesOnPaper,
    form: 'paper',
    flash: signed,
  }),
]
