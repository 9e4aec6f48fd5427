import type { FastifyRequest } from 'fastify'
import { sentLabels } from '../kit/form-state.ts'
import { officeWords } from '../words/office-words.ts'
import type { Lang } from '../words/words.ts'

const SECRET = /password|matkhau|code/i

/** The fields of a posted form that did not get through; null when there were none, files or secrets in it. */
export function sentFields(request: FastifyRequest): { action: string; fields: Record<string, unknown> } | null {
  const { body } = request
  if (request.method !== 'POST' || typeof body !== 'object' || body === null) return null
  const fields = { ...(body as Record<string, unknown>) }
  if (Object.keys(fields).some((name) => SECRET.test(name))) return null
  return { action: request.url, fields }
}

/**
 * What was typed, for showing it again under the words of its form; no choices (they are sent as keys), nothing hidden,
 * no secrets. Without the words of the form every line says only that it was typed.
 */
export function typedFacts(fields: Record<string, unknown>, lang: Lang): { label: string; value: string }[] {
  const labels = sentLabels(fields['_labels'])
  return Object.entries(fields)
    .filter(([name]) => !name.startsWith('_') && name !== 'version' && !SECRET.test(name))
    .filter(([name]) => labels === null || Object.hasOwn(labels, name))
    .map(([name, value]) => ({
      label: labels?.[name] ?? officeWords[lang].typedField,
      value: (Array.isArray(value) ? value : [value]).map(String).filter(Boolean).join('\n'),
    }))
    .filter(({ value }) => value.trim() !== '')
}
