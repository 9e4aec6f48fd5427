import { describe, expect, it } from 'vitest'
import { checkTemplate } from './check-template.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { pickTemplate, readTemplates, shippedTemplates } from './load-templates.ts'

describe('the wordings that come with the program', () => {
  it('name nothing that their subject does not have', async () => {
    const problems = (await shippedTemplates()).flatMap((template) =>
      checkTemplate(template, vocabularyOf(template.about)).map(
        ({ path, sentence }) => `${template.kind} ${template.variant ?? ''} ${path}: ${sentence}`,
      ),
    )
    expect(problems).toEqual([])
  })

  it('are picked by kind, branch and variant', async () => {
    const templates = await shippedTemplates()
    expect(pickTemplate(templates, 'conclusionNotice', 'party')?.variant).toBeUndefined()
    expect(pickTemplate(templates, 'conclusionNotice', 'state', 'public')?.variant).toBe('public')
    expect(pickTemplate(templates, 'conclusionNotice', 'state', 'nothing')).toBeNull()
  })

  it('say which field of which file is wrong', () => {
    const wrong =
      'kind: publicNotice\nsource: x\nabout: dialog\nname: A\nsubject: null\nsymbol: null\nbody: []\nextra: 1\n'
    const reading = readTemplates(wrong, 'x.yaml')
    expect(reading).toEqual({
      problems: [expect.stringContaining('x.yaml about'), expect.stringContaining('extra')],
    })
    expect(readTemplates('kind: [', 'y.yaml')).toEqual({ problems: [expect.stringContaining('y.yaml')] })
  })
})
