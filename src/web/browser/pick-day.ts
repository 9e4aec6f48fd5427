/** `29102025`, `29,10,2025` and `9.1.2025` as `29/10/2025`, `09/01/2025`; anything else stays as it is. */
function asWritten(text: string): string {
  const parts =
    /^(\d{1,2})[ ,./-](\d{1,2})[ ,./-](\d{4})$/.exec(text.trim()) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim())
  return parts ? `${parts[1]!.padStart(2, '0')}/${parts[2]!.padStart(2, '0')}/${parts[3]}` : text
}

/** Puts the browser's calendar beside a field in which a day is typed. */
function addCalendar(field: HTMLInputElement): void {
  const button = document.createElement('button')
  const picker = document.createElement('input')
  button.type = 'button'
  button.className = 'day-button'
  button.setAttribute('aria-label', field.dataset['day'] ?? '')
  picker.type = 'date'
  picker.className = 'day-picker'
  picker.tabIndex = -1
  picker.setAttribute('aria-hidden', 'true')
  picker.min = field.dataset['min'] ?? ''
  picker.max = field.dataset['max'] ?? ''
  button.addEventListener('click', () => {
    picker.value = asWritten(field.value).split('/').reverse().join('-')
    picker.showPicker()
  })
  picker.addEventListener('change', () => {
    if (!picker.value) return
    field.value = picker.value.split('-').reverse().join('/')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  })
  field.after(button, picker)
}

/** Fields for a day: a numeric keypad, the separators put in, and the calendar for those who point. */
export function pickDay(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-day]')) {
    field.inputMode = 'numeric'
    field.addEventListener('change', () => {
      field.value = asWritten(field.value)
    })
    if ('showPicker' in field && !field.disabled) addCalendar(field)
  }
}
