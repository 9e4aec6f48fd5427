import type { Attachment } from '../../../documents/attachment-store.ts'
import { Badge } from '../../kit/badge.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { documentWords } from '../../words/document-words.ts'
import { formatMoment, formatSize } from '../../words/format-values.ts'
import type { OfficeRequest } from '../office-route.ts'

interface FileListProps {
  request: OfficeRequest
  files: readonly Attachment[]
  /** address of the form that withdraws a file; null: nobody may */
  withdrawAt?: ((file: Attachment) => string | null) | null
}

/** Files with size, label and day; erased and withdrawn ones say so. */
export function FileList({ request, files, withdrawAt = null }: FileListProps) {
  const { lang } = request
  const words = documentWords[lang]
  const labels: Readonly<Record<string, string>> = words.fileLabels
  if (files.length === 0) return <p>{words.noFile}</p>
  return (
    <ul class="flex flex-col gap-2">
      {files.map((file) => {
        const withdraw = file.withdrawnAt ? null : (withdrawAt?.(file) ?? null)
        return (
          <li key={file.id} class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            {file.erasedAt ? (
              <span class="break-all">
                {words.fileErased}: <code>{file.sha256}</code>
              </span>
            ) : (
              <a href={request.link(`/tep/${file.id}`)} class="break-words min-w-0">
                {file.name}
              </a>
            )}
            {file.label ? <Badge>{labels[file.label] ?? file.label}</Badge> : null}
            {file.withdrawnAt ? (
              <Badge tone="bad">
                {words.fileWithdrawn}: {file.withdrawnReason}
              </Badge>
            ) : null}
            <span class="text-sm">
              {formatSize(file.size, lang)} · {formatMoment(file.uploadedAt, lang)}
            </span>
            {withdraw ? (
              <LinkButton href={withdraw} small variant="quiet" label={`${words.withdrawFile}: ${file.name}`}>
                {words.withdrawFile}
              </LinkButton>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
