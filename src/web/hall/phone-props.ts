import type { LineState } from './hall-app-data.ts'
import type { PublicProps } from './public-screen.tsx'

/** What a telephone is drawn from. */
export interface PhoneProps extends Omit<PublicProps, 'qr' | 'line'> {
  line: LineState
  /** without script: this is the page of the question's form */
  asking: boolean
  csrf: string
  formKey: string
  /** `/dt/…` */
  base: string
  /** what was just done, said once */
  said: string | null
  /** errors of the question's form, by field */
  errors: Readonly<Record<string, string>>
  typed: Readonly<Record<string, string>>
  supported: readonly number[]
}
