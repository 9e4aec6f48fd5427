import { TextField } from '../kit/text-field.tsx'

interface EmailFieldProps {
  name: string
  label: string
  help?: string
  required?: boolean
}

/** Where somebody can be written to; a telephone offers its keyboard for addresses and the one it knows. */
export function EmailField(props: EmailFieldProps) {
  return <TextField {...props} type="email" inputMode="email" autocomplete="email" spellcheck={false} />
}
