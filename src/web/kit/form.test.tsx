import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { CheckboxGroupField } from './checkbox-group-field.tsx'
import { DayField } from './day-field.tsx'
import { Form } from './form.tsx'
import { FormSection } from './form-section.tsx'
import { PageContextProvider } from './page-context.ts'
import { TextAreaField } from './text-area-field.tsx'
import { TextField } from './text-field.tsx'

const NASTY = '</textarea><script>alert(1)</script>" onfocus="x'

function form(values: Record<string, unknown>, errors: Record<string, string> = {}) {
  return renderToString(
    <PageContextProvider value={{ lang: 'vi', csrf: 'token-1', rules: [] }}>
      <Form action="/x" version={7} values={values} errors={errors}>
        <FormSection title="Nội dung">
          <TextField name="title" label="Tiêu đề" required />
          <TextField name="secret" label="Mật khẩu" type="password" />
          <TextAreaField name="content" label="Nội dung" help="Ghi đúng lời." />
        </FormSection>
        <DayField name="day" label="Ngày" />
        <CheckboxGroupField
          name="areas"
          label="Lĩnh vực"
          choices={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
        />
      </Form>
    </PageContextProvider>,
  )
}

it('carries the token, a key of its own and the version that was read', () => {
  const keys = [form({}), form({})].map((html) => /name="_key" value="([^"]+)"/.exec(html)?.[1])
  expect(keys[0]).toMatch(/^[\da-f-]{36}$/)
  expect(keys[0]).not.toBe(keys[1])
  expect(form({})).toContain('name="_csrf" value="token-1"')
  expect(form({})).toContain('name="version" value="7"')
})

it('keeps the key of a form that came back, so that sending it again makes no second record', () => {
  expect(form({ _key: 'first-key' })).toContain('name="_key" value="first-key"')
})

it('keeps what was typed, except a password, and lets nothing typed become markup', () => {
  const html = form({ title: NASTY, content: NASTY, secret: 'hunter2', day: '31/02/2025', areas: ['b'] })
  expect(html).not.toContain('<script')
  expect(html).not.toContain('" onfocus')
  expect(html).toContain('&lt;/textarea>&lt;script>')
  expect(html).not.toContain('hunter2')
  expect(html).toContain('value="31/02/2025"')
  expect(html).toMatch(/value="b"[^>]*checked/)
  expect(html).not.toMatch(/value="a"[^>]*checked/)
})

it('shows a stored day as officials write it', () => {
  expect(form({ day: '2025-10-29' })).toContain('value="29/10/2025"')
})

it('says an error beside its field and in the list on top, with the name of the field and a way to it', () => {
  const html = form({}, { content: 'required', '': 'Đã có kế hoạch năm này.' })
  expect(html).toContain('<a href="#f-content">Nội dung: Cần điền mục này.</a>')
  expect(html).toContain('<li>Đã có kế hoạch năm này.</li>')
  expect(html).toContain('Có 2 chỗ cần sửa')
  expect(html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="f-content-help f-content-error"/)
  expect(html).toContain('id="f-content-error"')
})

it('names a field in its summary also where a part of the form wrote the field', () => {
  const Part = () => <DayField name="heldOn" label="Ngày tổ chức" />
  const html = (values: Record<string, unknown>) =>
    renderToString(
      <PageContextProvider value={{ lang: 'vi', csrf: 't', rules: [] }}>
        <Form action="/x" values={values} errors={{ heldOn: 'required' }}>
          <Part />
        </Form>
      </PageContextProvider>,
    )
  expect(html({ _labels: '{"heldOn":"Ngày tổ chức"}' })).toContain('>Ngày tổ chức: Cần điền mục này.</a>')
  // whatever else is sent there stays text
  expect(html({ _labels: '{"heldOn":"<b>"}' })).not.toContain('<b>')
  expect(html({ _labels: '{' })).toContain('>Cần điền mục này.</a>')
})
