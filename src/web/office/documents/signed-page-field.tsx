import { SCAN_FILES } from '../../../platform/files/upload-field.ts'
import { FileField } from '../../kit/file-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import type { Lang } from '../../words/words.ts'

interface SignedPageFieldProps {
  name?: string
  id?: string
  label?: string
  lang: Lang
  required?: boolean
}

/** A page with a signature: scanned or photographed. */
export function SignedPageField({ name = 'signedPage', label, lang, ...props }: SignedPageFieldProps) {
  const words = documentWords[lang]
  return (
    <FileField
      {...props}
      name={name}
      label={label ?? words.signedPage}
      accept={SCAN_FILES}
      kinds={words.scanKinds}
      maxSize={words.maxSize}
    />
  )
}
