import { CheckboxField } from '../../src/web/kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../src/web/kit/checkbox-group-field.tsx'
import { DayField } from '../../src/web/kit/day-field.tsx'
import { FileField } from '../../src/web/kit/file-field.tsx'
import { Form } from '../../src/web/kit/form.tsx'
import { FormButtons } from '../../src/web/kit/form-buttons.tsx'
import { FormSection } from '../../src/web/kit/form-section.tsx'
import { NumberField } from '../../src/web/kit/number-field.tsx'
import { RadioGroupField } from '../../src/web/kit/radio-group-field.tsx'
import { SelectField } from '../../src/web/kit/select-field.tsx'
import { TextAreaField } from '../../src/web/kit/text-area-field.tsx'
import { TextField } from '../../src/web/kit/text-field.tsx'
import { TimeField } from '../../src/web/kit/time-field.tsx'

const CHANNELS = [
  { value: 'inPerson', label: 'Nêu trực tiếp tại hội nghị' },
  { value: 'post', label: 'Bưu điện', help: 'Ghi ngày trên dấu bưu điện.' },
  { value: 'villageHead', label: 'Qua trưởng thôn, tổ trưởng tổ dân phố' },
]

const FIELDS = [
  { value: 'land', label: 'Đất đai', group: 'Kinh tế, hạ tầng' },
  { value: 'roads', label: 'Giao thông', group: 'Kinh tế, hạ tầng' },
  { value: 'health', label: 'Y tế', group: 'Văn hóa, xã hội' },
]

/** Every field, some of them wrong, with what was typed. */
export function GalleryForm() {
  return (
    <Form
      action="/petitions"
      version={2}
      multipart
      values={{
        name: 'Phạm Thị Lụa',
        receivedOn: '31/02/2025',
        heldOn: '2025-10-29',
        channel: 'post',
        areas: ['land', 'health'],
      }}
      errors={{
        content: 'required',
        receivedOn: 'notADay',
        consent: 'Cần hỏi người kiến nghị trước khi công khai tên.',
        channel: 'notInList',
      }}
    >
      <FormSection title="Người kiến nghị" help="Chỉ hỏi những gì cần để trả lời.">
        <TextField name="name" label="Họ và tên" required autocomplete="off" />
        <TextField name="phone" label="Điện thoại" type="tel" narrow help="Chỉ dùng để liên hệ, không công khai." />
        <TextField name="village" label="Thôn, tổ dân phố" suggestions={['Trân Châu', 'Hải Lộc']} />
      </FormSection>
      <FormSection title="Nội dung">
        <TextAreaField
          name="content"
          label="Nội dung kiến nghị, ghi đúng lời người kiến nghị"
          required
          help="Mỗi nội dung sẽ được tách thành một kiến nghị."
        />
        <SelectField name="area" label="Lĩnh vực" choices={FIELDS} required />
        <CheckboxGroupField name="areas" label="Lĩnh vực liên quan" choices={FIELDS} columns />
        <RadioGroupField name="channel" label="Kênh tiếp nhận" choices={CHANNELS} required />
        <RadioGroupField
          name="urgency"
          label="Mức độ"
          choices={[
            { value: 'a', label: 'Thường' },
            { value: 'b', label: 'Khẩn' },
          ]}
          inline
          value="a"
        />
        <DayField name="receivedOn" label="Ngày nhận" required help="Ngày/tháng/năm, ví dụ 29/10/2025" />
        <DayField name="heldOn" label="Ngày hội nghị" />
        <TimeField name="at" label="Giờ" value="08:00" />
        <NumberField name="people" label="Số người cùng kiến nghị" unit="người" value={12} />
        <FileField name="file" label="Tệp kèm theo" kinds="PDF, DOCX, JPG" maxSize="20 MB" multiple />
        <CheckboxField name="consent" label="Người kiến nghị đồng ý công khai họ tên" help="Không đánh dấu sẵn." />
      </FormSection>
      <FormButtons verb="Tiếp nhận" cancelHref="#list" />
    </Form>
  )
}
