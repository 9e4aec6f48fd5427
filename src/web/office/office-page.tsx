import type { ComponentChildren } from 'preact'
import { PageLayout } from '../kit/page-layout.tsx'
import type { OfficeReply, OfficeRequest } from './office-route.ts'

export interface PageOptions {
  title: string
  /** key of the place in the navigation: today, plans, dialogues, petitions, reports, supervision, dossiers, administration */
  active?: string
  status?: number
  width?: 'narrow' | 'wide'
  refreshSeconds?: number
  searched?: string
  keepDrafts?: boolean
}

/** A page of the office: the chrome of this request around its content. */
export function officePage(request: OfficeRequest, options: PageOptions, content: ComponentChildren): OfficeReply {
  const { status = 200, ...layout } = options
  const rules: string[] = []
  return {
    kind: 'page',
    status,
    rules,
    node: (
      <PageLayout {...request.chrome} {...layout} rules={rules}>
        {content}
      </PageLayout>
    ),
  }
}

/** Back to a page after something was done; `flash` is a sentence shown there once. */
export function redirectTo(to: string, flash?: string): OfficeReply {
  return { kind: 'redirect', to, flash }
}
