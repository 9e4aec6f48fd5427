import { addPost } from '../../../agencies/add-post.ts'
import { listAgencies } from '../../../agencies/agency-store.ts'
import { appoint } from '../../../agencies/appoint.ts'
import { editPost } from '../../../agencies/edit-post.ts'
import { endHolding } from '../../../agencies/end-holding.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import { findPost, listAllPosts, listHoldings, listPeople, type Post } from '../../../agencies/post-store.ts'
import { formatDay, isDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { postKindChoices, regulationsToday, treeChoices } from './agency-choices.ts'
import { POSTS } from './post-pages.tsx'

type Refused = RefusedForm | null

function trailOf(request: OfficeRequest) {
  const words = agencyWords[request.lang]
  return [
    { href: request.link('/quan-tri'), label: words.administration },
    { href: request.link(POSTS), label: words.posts },
  ]
}

async function postOf(request: OfficeRequest): Promise<Post> {
  const post = await findPost(request.db, request.authority.id, idParam(request))
  if (!post) throw new NotFound('post')
  return post
}

/** GET /quan-tri/chuc-vu/moi?co-quan= and GET /quan-tri/chuc-vu/:id/sua */
export function showPostForm(act: 'add' | 'edit') {
  return async (request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> => {
    const words = agencyWords[request.lang]
    const post = act === 'edit' ? await postOf(request) : null
    const first = { agencyId: queryText(request, 'co-quan'), fromDay: request.today }
    const { title, postKind, isHead, deputyOf, fromDay, toDay } = words
    return formPage(request, {
      title: post ? words.editPost : words.addPost,
      ...(post ? { kicker: post.title } : {}),
      active: 'administration',
      trail: trailOf(request),
      action: request.link(post ? `${POSTS}/${post.id}/sua` : `${POSTS}/moi`),
      version: post?.version,
      values: post ? { ...post, isHead: post.isHead ? 'yes' : '' } : first,
      refused,
      verb: post ? words.editPost : words.addPost,
      cancelHref: request.link(post ? `${POSTS}/${post.id}` : POSTS),
      labels: { title, kind: postKind, isHead, deputyOfPostId: deputyOf, fromDay, toDay },
      say: (_field, value) => (isDay(value) ? formatDay(value) : value === true ? words.head : String(value ?? '')),
      children: await postFields(request, post),
    })
  }
}

async function postFields(request: OfficeRequest, post: Post | null) {
  const { db, authority, today, lang } = request
  const words = agencyWords[lang]
  const posts = (await listAllPosts(db, authority.id)).filter(
    (one) => one.id !== post?.id && one.deputyOfPostId === null && (one.toDay === null || one.toDay >= today),
  )
  const agencies = await listAgencies(db, authority.id)
  const nameOf = (id: number) => agencies.find((agency) => agency.id === id)?.shortName ?? ''
  const superiors = posts.map((one) => ({ value: String(one.id), label: `${one.title} (${nameOf(one.agencyId)})` }))
  return (
    <>
      {post ? null : (
        <SelectField name="agencyId" label={words.agency} choices={treeChoices(agencies, today)} required />
      )}
      <TextField name="title" label={words.title} required />
      <SelectField
        name="kind"
        label={words.postKind}
        choices={postKindChoices(await regulationsToday(request), lang)}
        required
      />
      <CheckboxField name="isHead" label={words.isHead} />
      <SelectField
        name="deputyOfPostId"
        label={words.deputyOf}
        help={words.deputyHelp}
        choices={superiors}
        empty={words.notDeputy}
      />
      <DayField name="fromDay" label={words.fromDay} required />
      <DayField name="toDay" label={words.toDay} help={words.toDayHelp} />
    </>
  )
}

/** POST /quan-tri/chuc-vu/moi */
export function postPost(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, addPost, {
    onDone: (id) => redirectTo(request.link(`${POSTS}/${id}`), agencyWords[request.lang].donePost),
    onRefused: (refused) => showPostForm('add')(request, refused),
  })
}

/** POST /quan-tri/chuc-vu/:id/sua */
export function postPostEdit(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, editPost, {
    onDone: (id) => redirectTo(request.link(`${POSTS}/${id}`), agencyWords[request.lang].donePost),
    onRefused: (refused) => showPostForm('edit')(request, refused),
  })
}

/** GET /quan-tri/chuc-vu/:id/bo-nhiem */
export async function showAppointForm(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const { db, authority, today, lang } = request
  const words = agencyWords[lang]
  const post = await postOf(request)
  const people = await listPeople(db, authority.id)
  const current = (await listHoldings(db, authority.id, [post.id])).find((one) => existsOn(one, today))
  return formPage(request, {
    title: words.appoint,
    kicker: post.title,
    active: 'administration',
    trail: trailOf(request),
    action: request.link(`${POSTS}/${post.id}/bo-nhiem`),
    values: { fromDay: today, toDay: post.toDay ?? '' },
    refused,
    verb: words.appoint,
    cancelHref: request.link(`${POSTS}/${post.id}`),
    children: (
      <>
        {people.length > 0 ? (
          <SelectField
            name="personId"
            label={words.person}
            empty={words.choosePerson}
            choices={people.map((one) => ({ value: String(one.id), label: one.fullName }))}
          />
        ) : null}
        <TextField name="fullName" label={words.newPerson} />
        <DayField name="fromDay" label={words.fromDay} required />
        <DayField name="toDay" label={words.toDay} help={words.toDayHelp} />
        <TextField name="basis" label={words.basis} help={words.basisHelp} />
        {current ? (
          <CheckboxField
            name="endsPrevious"
            label={words.endsPrevious}
            help={words.endsPreviousHelp(current.personName)}
          />
        ) : null}
      </>
    ),
  })
}

/** POST /quan-tri/chuc-vu/:id/bo-nhiem */
export function postAppointment(request: OfficeRequest): Promise<OfficeReply> {
  const postId = idParam(request)
  return submitForm(request, appoint, {
    input: { ...request.form, postId },
    onDone: () => redirectTo(request.link(`${POSTS}/${postId}`), agencyWords[request.lang].doneAppoint),
    onRefused: (refused) => showAppointForm(request, refused),
  })
}

/** GET /quan-tri/chuc-vu/:id/thoi-giu/:holding */
export async function showEndHoldingForm(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  const post = await postOf(request)
  const holdings = await listHoldings(request.db, request.authority.id, [post.id])
  const holding = holdings.find((one) => one.id === idParam(request, 'holding'))
  if (!holding) throw new NotFound('postHolding')
  return formPage(request, {
    title: words.endHolding,
    kicker: `${holding.personName}, ${post.title}`,
    active: 'administration',
    trail: trailOf(request),
    action: request.link(`${POSTS}/${post.id}/thoi-giu/${holding.id}`),
    version: holding.version,
    values: { toDay: holding.toDay ?? request.today },
    refused,
    verb: words.endHolding,
    cancelHref: request.link(`${POSTS}/${post.id}`),
    labels: { toDay: words.toDay },
    say: (_field, value) => (isDay(value) ? formatDay(value) : ''),
    children: (
      <>
        <DayField name="toDay" label={words.toDay} required />
        <TextAreaField name="reason" label={words.reason} rows={3} required />
      </>
    ),
  })
}

/** POST /quan-tri/chuc-vu/:id/thoi-giu/:holding */
export function postEndHolding(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, endHolding, {
    input: { ...request.form, holdingId: idParam(request, 'holding') },
    onDone: (id) => redirectTo(request.link(`${POSTS}/${id}`), agencyWords[request.lang].doneEndHolding),
    onRefused: (refused) => showEndHoldingForm(request, refused),
  })
}
