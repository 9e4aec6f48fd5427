import type { Layout } from './layout-profile.ts'

/**
 * The layout of a paper for a form that people write on: the same head and marks, but no margin for a file, smaller
 * print, and room left for what is written by hand. One form stands on one page.
 */
export function formLayout(layout: Layout): Layout {
  const { body, ending, page, title } = layout
  return {
    ...layout,
    page: { ...page, top: 12, left: 20, right: 15 },
    title: { ...title, subject: { ...title.subject, size: 13 } },
    body: { ...body, size: 12.5, paragraphGap: 3.5, lineSpacing: 1.1 },
    ending: {
      ...ending,
      signingSpace: 13,
      post: { ...ending.post, size: 12 },
      note: { ...ending.note, size: 11 },
    },
  }
}

/** The layout of an invitation that carries its code in the foot: closer set, so that it stays on one page. */
export function invitationLayout(layout: Layout): Layout {
  const { body, ending, page } = layout
  return {
    ...layout,
    page: { ...page, top: 15 },
    body: { ...body, size: 13, paragraphGap: 3, lineSpacing: 1 },
    ending: { ...ending, signingSpace: 20 },
  }
}
