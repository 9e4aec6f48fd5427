import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { KnownPermission } from '../../../access/permission-table.ts'
import type { Change } from '../../../changes/define-change.ts'
import { removeErasedFiles } from '../../../documents/verify-files.ts'
import { NotFound } from '../../../platform/errors.ts'
import { archiveDossier } from '../../../procedures/archive-dossier.ts'
import { type AssembledDossier, assembleDossier } from '../../../procedures/assemble-dossier.ts'
import { closeDossierChange } from '../../../procedures/close-dossier.ts'
import {
  eraseDossierFileChange,
  fileDossierItemChange,
  filePaperUnderChange,
  stateNoneChange,
  withdrawDossierItemChange,
} from '../../../procedures/dossier-changes.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { DOSSIERS } from './dossier-list-page.tsx'
import { hindrancesOf } from './dossier-view.ts'
import { inputWithUploads } from './paper-act-routes.tsx'
import { UploadField } from './paper-acts.tsx'

type Words = (typeof dossierWords)[Lang]

interface DossierAct {
  /** below `/ho-so/:id` */
  path: string
  permission: KnownPermission
  // biome-ignore lint/suspicious/noExplicitAny: the input of a change is checked by its own schema
  change(request: OfficeRequest): Change<z.ZodType, any>
  verb(words: Words): string
  help?(words: Words, dossier: AssembledDossier): string
  done(words: Words): string
  danger?: boolean
  uploads?: readonly string[]
  /** what the address says beside the dossier */
  input?(request: OfficeRequest): Record<string, unknown>
  /** what it is about: the entry, the paper, the file; throws NotFound */
  about?(request: OfficeRequest, dossier: AssembledDossier): string
  fields(request: OfficeRequest, dossier: AssembledDossier): ComponentChildren
  after?(request: OfficeRequest): Promise<unknown>
}

function entryLabel(request: OfficeRequest, { checklist }: AssembledDossier): string {
  const entry = checklist.find((one) => one.key === request.params['entry'])
  if (!entry) throw new NotFound('dossierEntry')
  return entry.label
}

const reason = ({ lang }: OfficeRequest) => (
  <TextAreaField name="reason" label={dossierWords[lang].reason} required rows={3} />
)

const acts: readonly DossierAct[] = [
  {
    path: 'muc/:entry/tep',
    permission: 'dossier:file',
    change: () => fileDossierItemChange,
    verb: (words) => words.fileItem,
    help: (words) => words.fileItemHelp,
    done: (words) => words.done.filed,
    uploads: ['file'],
    input: ({ params }) => ({ entryKey: params['entry'] }),
    about: entryLabel,
    fields: ({ lang }) => (
      <>
        <TextField name="note" label={dossierWords[lang].itemTitle} required />
        <UploadField name="file" label={dossierWords[lang].file} lang={lang} required />
      </>
    ),
  },
  {
    path: 'muc/:entry/khong-co',
    permission: 'dossier:file',
    change: () => stateNoneChange,
    verb: (words) => words.stateNone,
    help: (words) => words.stateNoneHelp,
    done: (words) => words.done.stated,
    input: ({ params }) => ({ entryKey: params['entry'] }),
    about: entryLabel,
    fields: ({ lang }) => <TextField name="note" label={dossierWords[lang].note} />,
  },
  {
    path: 'xep/:paper',
    permission: 'dossier:file',
    change: () => filePaperUnderChange,
    verb: (words) => words.moveTo,
    done: (words) => words.done.moved,
    input: ({ params }) => ({ paperId: params['paper'] }),
    about(request, dossier) {
      const papers = [...dossier.entries.flatMap((entry) => entry.papers), ...dossier.further]
      const paper = papers.find((one) => one.id === idParam(request, 'paper'))
      if (!paper?.readable) throw new NotFound('paper')
      return paper.title
    },
    fields: ({ lang }, { checklist }) => (
      <SelectField
        name="entryKey"
        label={dossierWords[lang].moveTarget}
        required
        choices={checklist.map((entry) => ({
          value: entry.key,
          label: entry.label,
          group: dossierWords[lang].stages[entry.stage],
        }))}
      />
    ),
  },
  {
    path: 'rut/:item',
    permission: 'dossier:file',
    change: () => withdrawDossierItemChange,
    verb: (words) => words.withdrawItem,
    done: (words) => words.done.withdrawn,
    danger: true,
    input: ({ params }) => ({ itemId: params['item'] }),
    about(request, dossier) {
      const items = dossier.entries.flatMap((entry) => entry.items)
      const item = items.find((one) => one.id === idParam(request, 'item'))
      if (!item) throw new NotFound('dossierItem')
      return item.note ?? item.file?.name ?? ''
    },
    fields: reason,
  },
  {
    path: 'xoa-tep/:file',
    permission: 'petition:erase-person',
    change: () => eraseDossierFileChange,
    verb: (words) => words.eraseFile,
    help: (words) => words.eraseHelp,
    done: (words) => words.done.erased,
    danger: true,
    input: ({ params }) => ({ attachmentId: params['file'] }),
    about(request, dossier) {
      const file = dossier.ownFiles.find((one) => one.id === idParam(request, 'file'))
      if (!file) throw new NotFound('attachment')
      return file.name
    },
    fields: reason,
    // the bytes go at once; the nightly run takes what a failure here left
    after: ({ runtime }) => removeErasedFiles(runtime.db, runtime.files),
  },
  {
    path: 'dong',
    permission: 'dossier:close',
    change: ({ runtime }) => closeDossierChange(runtime.files),
    verb: (words) => words.close,
    help: (words) => words.closeHelp,
    done: (words) => words.done.closed,
    fields: ({ lang }, dossier) => <ClosingNotes lang={lang} dossier={dossier} />,
  },
]

function ClosingNotes({ lang, dossier }: { lang: Lang; dossier: AssembledDossier }) {
  const words = dossierWords[lang]
  const codes = hindrancesOf(dossier)
  const labelsOf = (wanted: string) =>
    dossier.entries.filter(({ state }) => state === wanted).map(({ entry }) => entry.label)
  const [empty, recorded] = [labelsOf('notStated'), labelsOf('recorded')]
  return (
    <>
      {codes.length > 0 ? (
        <>
          <p>{words.hindrances}:</p>
          <ul>
            {codes.map((code) => (
              <li key={code}>{words.hindranceOf[code] ?? code}</li>
            ))}
          </ul>
        </>
      ) : null}
      {empty.length > 0 ? <p>{words.closeStatesNone(empty.join('; '))}</p> : null}
      {recorded.length > 0 ? <p>{words.closeRecorded(recorded.join('; '))}</p> : null}
      <p>{words.closeDraftsLeft}</p>
    </>
  )
}

async function actPage(request: OfficeRequest, act: DossierAct, refused?: RefusedForm): Promise<OfficeReply> {
  const { db, authority, actor, lang } = request
  const words = dossierWords[lang]
  const dossier = await assembleDossier(db, authority.id, idParam(request), actor)
  const back = request.link(`${DOSSIERS}/${dossier.dossier.id}`)
  const path = act.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params[name] ?? ''))
  const help = act.help?.(words, dossier)
  return officePage(
    request,
    { title: act.verb(words), active: 'dossiers', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[
          { href: request.link(DOSSIERS), label: words.dossiers },
          { href: back, label: dossier.dialogue.title },
        ]}
        kicker={act.about?.(request, dossier) ?? ''}
        title={act.verb(words)}
        {...(help ? { meta: help } : {})}
      />
      <Form
        action={`${back}/${path}`}
        version={dossier.dossier.version}
        values={refused?.values ?? {}}
        errors={refused?.errors ?? {}}
        multipart={act.uploads !== undefined}
      >
        {act.fields(request, dossier)}
        <FormButtons verb={act.verb(words)} danger={act.danger ?? false} cancelHref={back} />
      </Form>
    </>,
  )
}

function performAct(request: OfficeRequest, act: DossierAct): Promise<OfficeReply> {
  return submitForm(request, act.change(request), {
    input: { ...inputWithUploads(request, act.uploads), ...act.input?.(request) },
    async onDone() {
      await act.after?.(request)
      return redirectTo(request.link(`${DOSSIERS}/${idParam(request)}`), act.done(dossierWords[request.lang]))
    },
    onRefused: (refused) => actPage(request, act, refused),
  })
}

/** GET /ho-so/:id/zip */
async function downloadDossier(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, runtime } = request
  const archive = await archiveDossier(db, runtime.files, {
    authorityId: authority.id,
    dossierId: idParam(request),
    reader: actor,
  })
  return { kind: 'download', name: archive.name, mediaType: 'application/zip', body: archive.body }
}

export const dossierActRoutes: readonly OfficeRoute[] = [
  ...acts.flatMap((act): OfficeRoute[] => [
    {
      method: 'GET',
      url: `${DOSSIERS}/:id/${act.path}`,
      permission: act.permission,
      handle: (request) => actPage(request, act),
    },
    {
      method: 'POST',
      url: `${DOSSIERS}/:id/${act.path}`,
      permission: act.permission,
      handle: (request) => performAct(request, act),
    },
  ]),
  { method: 'GET', url: `${DOSSIERS}/:id/zip`, permission: 'dossier:download', handle: downloadDossier },
]
