import { RAISE_LIMITS, RAISER_KINDS } from '../../../petitions/raise-forms.ts'
import { ACCEPTED_FILES } from '../../../platform/files/upload-check.ts'
import type { VillageChoice } from '../../../reception/village-choice-store.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { raiseWords } from '../../words/raise-words.ts'
import type { Lang } from '../../words/words.ts'
import { EmailField } from '../email-field.tsx'
import type { RaiseDraft } from './raise-draft.ts'

interface FieldsProps {
  lang: Lang
  draft: RaiseDraft
  villages: readonly VillageChoice[]
  /** one more empty box for a content was asked for */
  oneMore: boolean
  /** asked on a page of its own, whose title is the question */
  alone: boolean
}

/** What is wanted, one box for each matter; one more on request. */
export function ContentFields({ lang, draft, oneMore, alone }: FieldsProps) {
  const words = raiseWords[lang]
  const contents = [...draft.contents, ...(oneMore || draft.contents.length === 0 ? [''] : [])]
  const several = contents.length > 1
  return (
    <>
      {contents.slice(0, RAISE_LIMITS.contents).map((text, at) => (
        <TextAreaField
          key={at}
          name="contents"
          id={at === 0 ? 'f-contents' : `f-contents-${at}`}
          label={several ? words.contentAt(at + 1) : alone ? words.content : words.contents}
          value={text}
          rows={several ? 4 : 7}
          required={at === 0}
          autofocus={oneMore && at === contents.length - 1}
          {...(at === 0 ? { help: words.contentsHelp } : {})}
        />
      ))}
      {contents.length < RAISE_LIMITS.contents ? (
        <p class="raise-more">
          <Button variant="secondary" name="then" value="more">
            {words.addContent}
          </Button>
          <span class="field-help">{words.severalHelp}</span>
        </p>
      ) : null}
    </>
  )
}

/** Pictures and papers; those received stand above with a way to take them out. */
export function FileFields({ lang, draft }: FieldsProps) {
  const words = raiseWords[lang]
  return (
    <>
      {draft.files.length > 0 ? (
        <div class="field">
          <p class="field-label">{words.keptFiles}</p>
          <ul class="kept-files">
            {draft.files.map((file, at) => (
              <li key={file.sha256}>
                <span>{file.name}</span>
                <Button small variant="quiet" name="remove" value={String(at)} label={words.removeFile(file.name)}>
                  {words.remove}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {draft.files.length < RAISE_LIMITS.files ? (
        <FileField
          name="files"
          label={words.filesField}
          help={words.filesHelp}
          multiple
          accept={ACCEPTED_FILES}
          kinds="JPG, PNG, PDF, DOCX"
          maxSize="25 MB"
        />
      ) : null}
    </>
  )
}

export function WhoFields({ lang, alone }: FieldsProps) {
  const words = raiseWords[lang]
  return (
    <RadioGroupField
      name="petitionerKind"
      label={alone ? words.whoLabel : words.who}
      choices={RAISER_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      required
    />
  )
}

/** Of a single person only the name; of others who speaks for them and how many they are. */
export function NameFields({ lang, draft, alone }: FieldsProps) {
  const words = raiseWords[lang]
  const kind = alone ? draft.petitionerKind : ''
  const label = kind === 'organization' ? words.organizationName : kind === 'group' ? words.groupName : words.personName
  const several = !alone || kind === 'organization' || kind === 'group'
  return (
    <>
      <TextField
        name="petitionerName"
        label={label}
        help={kind === 'group' ? words.groupNameHelp : words.nameHelp}
        autocomplete={kind === 'organization' ? 'organization' : 'name'}
        spellcheck={false}
        required
      />
      {several ? (
        <TextField
          name="representative"
          label={alone ? words.representative : words.representativeIf}
          required={alone}
          spellcheck={false}
        />
      ) : null}
      {!alone || kind === 'group' ? (
        <TextField
          name="headcount"
          label={alone ? words.headcount : words.headcountIf}
          inputMode="numeric"
          narrow
          required={alone}
        />
      ) : null}
    </>
  )
}

export function ContactFields({ lang, villages }: FieldsProps) {
  const words = raiseWords[lang]
  return (
    <>
      <TextField name="phone" label={words.phone} type="tel" inputMode="tel" autocomplete="tel" narrow />
      <EmailField name="email" label={words.email} />
      {villages.length > 0 ? (
        <SelectField
          name="villageAgencyId"
          label={words.village}
          empty={words.noVillage}
          choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
        />
      ) : null}
    </>
  )
}

/** Nothing is ticked beforehand. */
export function ChoiceFields({ lang }: FieldsProps) {
  const words = raiseWords[lang]
  return (
    <>
      <CheckboxField name="confidential" label={words.confidential} />
      <CheckboxField name="consentToPublishName" label={words.publish} help={words.publishHelp} />
      <TextField name="writtenBy" label={words.writtenBy} help={words.writtenByHelp} spellcheck={false} />
      <TextField name="interpreterNeeded" label={words.interpreter} help={words.interpreterHelp} />
    </>
  )
}
