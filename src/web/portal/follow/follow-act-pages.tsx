import type { ComponentChildren } from 'preact'
import { readOwnCourse } from '../../../own-record/own-course-store.ts'
import type { OwnPetition } from '../../../own-record/own-submission-store.ts'
import { readPossibleActs } from '../../../own-record/possible-acts.ts'
import { RAISE_LIMITS } from '../../../petitions/raise-forms.ts'
import { formatDay } from '../../../platform/day.ts'
import { ACCEPTED_FILES } from '../../../platform/files/upload-check.ts'
import { addInformation } from '../../../procedures/add-information.ts'
import { appealRefusal } from '../../../procedures/appeal-refusal.ts'
import { contestAnswer } from '../../../procedures/contest-answer.ts'
import { giveOpinion } from '../../../procedures/give-opinion.ts'
import { withdrawOwn } from '../../../procedures/withdraw-own.ts'
import { Button } from '../../kit/button.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { followWords } from '../../words/follow-words.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { type Followed, followAddress, followedOf, ownPetition } from './follow-request.ts'

interface ActPage {
  path: string
  title: string
  lead?: string | undefined
  verb: string
  quoted: string
  danger?: boolean
  multipart?: boolean
  fields: ComponentChildren
}

function actPage(request: PortalRequest, followed: Followed, page: ActPage, errors: FormErrors): PortalReply {
  const words = followWords[request.lang]
  const { chrome, form } = request
  return portalPage(
    <PortalPage chrome={chrome} title={page.title} active="follow" width="narrow" script={chrome.assets.portalScript}>
      <h1>{page.title}</h1>
      {page.lead ? <p class="lead">{page.lead}</p> : null}
      {page.quoted ? <blockquote class="said">{page.quoted}</blockquote> : null}
      <Form
        action={request.link(followAddress(followed.token, page.path))}
        values={form}
        errors={errors}
        multipart={page.multipart ?? false}
      >
        {page.fields}
        <p class="form-buttons">
          <Button variant={page.danger ? 'danger' : 'primary'}>{page.verb}</Button>
          <a class="btn btn-ghost" href={request.link(followAddress(followed.token))}>
            {words.backToFollow}
          </a>
        </p>
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const back = (request: PortalRequest, { token }: Followed, done: string, code = ''): PortalReply => ({
  kind: 'redirect',
  to: request.link(followAddress(token, `?xong=${done}${code === '' ? '' : `&ma=${code}#${code}`}`)),
})

/** The field of a form as it was typed. */
function typed(request: PortalRequest, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, request.form[name]]))
}

const passage = (request: PortalRequest) =>
  requirePassage(request, [{ limit: 'act by address', of: request.clientAddress }])

type Drawn = (request: PortalRequest, followed: Followed, petition: OwnPetition) => Promise<ActPage>

/** GET of an act on one petition. */
function show(draw: Drawn) {
  return async (request: PortalRequest): Promise<PortalReply> => {
    const followed = await followedOf(request)
    return actPage(request, followed, await draw(request, followed, ownPetition(request, followed)), {})
  }
}

const addPage: Drawn = async (request, _followed, petition) => {
  const words = followWords[request.lang]
  return {
    ...{
      path: `/${petition.id}/bo-sung`,
      title: words.addTitle,
      verb: words.addVerb,
      quoted: petition.content,
      multipart: true,
    },
    fields: (
      <>
        <TextAreaField name="text" label={words.addText} maxLength={RAISE_LIMITS.contentLength} required />
        <FileField
          name="files"
          label={words.addFiles}
          multiple
          accept={ACCEPTED_FILES}
          kinds="JPG, PNG, PDF, DOCX"
          maxSize="25 MB"
        />
      </>
    ),
  }
}

export const showAdd = show(addPage)

export async function postAdd(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  const petition = ownPetition(request, followed)
  await passage(request)
  const input = { ...typed(request, 'text'), uploads: request.uploads.map(({ field: _, ...upload }) => upload) }
  return portalChange(request, addInformation, {
    input: { ...input, tokenHash: followed.tokenHash, petitionId: petition.id },
    onDone: () => back(request, followed, 'bo-sung', petition.code),
    onRefused: async (errors) => actPage(request, followed, await addPage(request, followed, petition), errors),
  })
}

const withdrawPage: Drawn = async (request, _followed, petition) => {
  const words = followWords[request.lang]
  return {
    ...{ path: `/${petition.id}/rut`, title: words.withdrawTitle, lead: words.withdrawLead, verb: words.withdrawVerb },
    ...{ quoted: petition.content, danger: true },
    fields: <TextField name="reason" label={words.withdrawReason} maxLength={1000} />,
  }
}

export const showWithdraw = show(withdrawPage)

export async function postWithdraw(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  const petition = ownPetition(request, followed)
  return portalChange(request, withdrawOwn, {
    input: { ...typed(request, 'reason'), tokenHash: followed.tokenHash, petitionId: petition.id },
    onDone: () => back(request, followed, 'rut', petition.code),
    onRefused: async (errors) => actPage(request, followed, await withdrawPage(request, followed, petition), errors),
  })
}

const opinionPage: Drawn = async (request, _followed, petition) => {
  const words = followWords[request.lang]
  const choices = (said: Readonly<Record<string, string>>) =>
    Object.entries(said).map(([value, label]) => ({ value, label }))
  return {
    ...{ path: `/${petition.id}/y-kien`, title: words.opinionTitle, verb: words.opinionVerb, quoted: petition.content },
    fields: (
      <>
        <RadioGroupField name="solved" label={words.solved} choices={choices(words.solvedChoices)} required />
        <RadioGroupField name="clear" label={words.clear} choices={choices(words.clearChoices)} required />
        <TextAreaField name="said" label={words.said} rows={3} maxLength={2000} />
      </>
    ),
  }
}

export const showOpinion = show(opinionPage)

export async function postOpinion(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  const petition = ownPetition(request, followed)
  await passage(request)
  return portalChange(request, giveOpinion, {
    input: { ...typed(request, 'solved', 'clear', 'said'), tokenHash: followed.tokenHash, petitionId: petition.id },
    onDone: () => back(request, followed, 'y-kien', petition.code),
    onRefused: async (errors) => actPage(request, followed, await opinionPage(request, followed, petition), errors),
  })
}

const contestPage: Drawn = async (request, _followed, petition) => {
  const words = followWords[request.lang]
  const course = await readOwnCourse(request.db, request.authority.id, petition.id)
  const { db, authority, today } = request
  const { contestUntil } = await readPossibleActs(db, authority.id, { petition, course, today })
  return {
    ...{ path: `/${petition.id}/gui-tiep`, title: words.contestTitle, verb: words.contestVerb },
    lead: contestUntil ? words.contestLead(formatDay(contestUntil)) : undefined,
    quoted: course.answers.at(-1)?.text ?? petition.content,
    fields: <TextAreaField name="reason" label={words.contestReason} maxLength={RAISE_LIMITS.contentLength} required />,
  }
}

export const showContest = show(contestPage)

export async function postContest(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  const petition = ownPetition(request, followed)
  await passage(request)
  return portalChange(request, contestAnswer, {
    input: { ...typed(request, 'reason'), tokenHash: followed.tokenHash, petitionId: petition.id },
    onDone: ({ code }) => back(request, followed, 'tiep', code),
    onRefused: async (errors) => actPage(request, followed, await contestPage(request, followed, petition), errors),
  })
}

function appealPage(request: PortalRequest, followed: Followed): ActPage {
  const words = followWords[request.lang]
  return {
    ...{ path: '/xem-lai', title: words.appealTitle, verb: words.appealVerb, quoted: followed.submission.text },
    fields: <TextAreaField name="appeal" label={words.appealText} rows={4} maxLength={2000} required />,
  }
}

export async function showAppeal(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  return actPage(request, followed, appealPage(request, followed), {})
}

export async function postAppeal(request: PortalRequest): Promise<PortalReply> {
  const followed = await followedOf(request)
  await passage(request)
  return portalChange(request, appealRefusal, {
    input: { ...typed(request, 'appeal'), tokenHash: followed.tokenHash },
    onDone: () => back(request, followed, 'xem-lai'),
    onRefused: (errors) => actPage(request, followed, appealPage(request, followed), errors),
  })
}
