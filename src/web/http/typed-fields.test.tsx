import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { DayField } from '../kit/day-field.tsx'
import { Form } from '../kit/form.tsx'
import { PageContextProvider } from '../kit/page-context.ts'
import { SelectField } from '../kit/select-field.tsx'
import { TextAreaField } from '../kit/text-area-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { typedFacts } from './typed-fields.ts'

/** The hidden labels of a form as a browser would send them back. */
function sentLabels(): string {
  const html = renderToString(
    <PageContextProvider value={{ lang: 'vi', csrf: 't', rules: [] }}>
      <Form action="/x">
        <TextAreaField name="content" label="Nội dung “kiến nghị”" />
        <DayField name="answeredOn" label="Ngày trả lời" />
        <SelectField name="leadAgencyId" label="Cơ quan chủ trì" choices={[{ value: '5', label: 'Phòng Kinh tế' }]} />
        <TextField name="newPassword" label="Mật khẩu" type="password" />
      </Form>
    </PageContextProvider>,
  )
  const sent = /name="_labels" value="([^"]*)"/.exec(html)![1]!
  return sent.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

it('shows what was typed under the words of its form, never under the name of a field', () => {
  const fields = {
    ...{ _csrf: 't', _key: 'k', _labels: sentLabels(), version: '3', id: '9' },
    ...{ content: 'Đường hỏng', answeredOn: '', leadAgencyId: '5', newPassword: 'x' },
  }
  expect(typedFacts(fields, 'vi')).toEqual([{ label: 'Nội dung “kiến nghị”', value: 'Đường hỏng' }])
})

it('says at least that it was typed when a form came without its words, or with wrong ones', () => {
  for (const _labels of [undefined, 'null', '{', '7']) {
    expect(typedFacts({ _labels, contents: ['Một', '', 'Hai'] }, 'vi')).toEqual([
      { label: 'Mục đã điền', value: 'Một\nHai' },
    ])
  }
})
