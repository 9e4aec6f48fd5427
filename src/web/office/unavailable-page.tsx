import { type sentFields, typedFacts } from '../http/typed-fields.ts'
import { Button } from '../kit/button.tsx'
import { DefinitionList } from '../kit/definition-list.tsx'
import { ErrorPage } from '../kit/error-page.tsx'
import { Form } from '../kit/form.tsx'
import type { PageChrome } from '../kit/page-chrome.ts'
import { PageLayout } from '../kit/page-layout.tsx'
import { errorPageWords } from '../words/error-page-words.ts'
import { officeWords } from '../words/office-words.ts'

interface UnavailableProps {
  chrome: PageChrome
  sentence: string | undefined
  sent: ReturnType<typeof sentFields>
}

/** The database is away or the disk full: the form that was sent stands here, to be sent again under the same key. */
export function UnavailablePage({ chrome, sentence, sent }: UnavailableProps) {
  if (!sent) return <ErrorPage chrome={chrome} kind="unavailable" {...(sentence ? { sentence } : {})} />
  const words = officeWords[chrome.lang]
  const { _csrf, _key, ...fields } = sent.fields
  const hidden = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  )
  return (
    <PageLayout {...chrome} title={errorPageWords[chrome.lang].unavailable.title} width="narrow" keepDrafts>
      <h1>{errorPageWords[chrome.lang].unavailable.title}</h1>
      {sentence ? <p>{sentence}</p> : null}
      <p>{words.notStored}</p>
      <Form
        action={sent.action}
        csrf={String(_csrf ?? '')}
        {...(typeof _key === 'string' && _key !== '' ? { idempotencyKey: _key } : {})}
        hidden={hidden}
        draft={false}
      >
        <h2>{words.typed}</h2>
        <DefinitionList facts={typedFacts(fields, chrome.lang)} />
        <div class="form-buttons">
          <Button>{words.sendAgain}</Button>
        </div>
      </Form>
    </PageLayout>
  )
}
