import type { PhoneProps } from './phone-props.ts'

/** A question in writing from a telephone; without script it stands on a page of its own that is not loaded again. */
export function AskForm(props: PhoneProps) {
  const { view, words, csrf, base, errors, asking } = props
  const own = words.phone
  // what was typed is never taken away, though questions were closed meanwhile
  const open = view.questionsOpen || Object.keys(errors).length > 0
  return (
    <section class="hall-card" aria-labelledby="phone-ask" id="hoi">
      <h2 id="phone-ask">{own.ask}</h2>
      {open && !asking ? (
        <p class="without-script">
          <a class="btn btn-primary phone-wide" href={`${base}?hoi#hoi`}>
            {own.ask}
          </a>
        </p>
      ) : null}
      {open ? (
        <form
          method="post"
          action={`${base}/cau-hoi`}
          class={asking ? 'hall-form' : 'hall-form needs-script'}
          data-hall={own.ask}
          data-keep="ask"
        >
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_key" value={props.formKey} />
          <AskFields {...props} />
          {errors[''] ? (
            <p class="hall-error" role="alert">
              {errors['']}
            </p>
          ) : null}
          <button class="btn btn-primary phone-wide" type="submit">
            {own.send}
          </button>
          {asking ? (
            <p>
              <a href={base}>{own.back}</a>
            </p>
          ) : null}
          <p class="hall-soft" id="ask-help">
            {own.askHelp} {own.privacy}
          </p>
        </form>
      ) : (
        <p>{own.closed}</p>
      )}
    </section>
  )
}

function AskFields({ words, errors, typed }: PhoneProps) {
  const own = words.phone
  return (
    <>
      <label class="hall-field hall-field-wide">
        <span>{own.text}</span>
        <textarea
          name="text"
          rows={4}
          required
          maxLength={1000}
          class="textarea"
          aria-invalid={errors['text'] ? 'true' : undefined}
          aria-describedby="ask-help"
        >
          {typed['text'] ?? ''}
        </textarea>
        {errors['text'] ? <span class="hall-error">{errors['text']}</span> : null}
      </label>
      <label class="hall-field">
        <span>{own.name}</span>
        <input name="name" maxLength={100} class="input" defaultValue={typed['name'] ?? ''} autocomplete="name" />
      </label>
      <label class="hall-field">
        <span>{own.village}</span>
        <input name="village" maxLength={100} class="input" defaultValue={typed['village'] ?? ''} autocomplete="off" />
      </label>
      <label class="hall-check">
        <input type="checkbox" name="nameShown" class="checkbox" /> <span>{own.shown}</span>
      </label>
    </>
  )
}
