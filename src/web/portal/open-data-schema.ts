/** One field of open data: one table for the files, their schema and the page that explains them. */
export interface DataField<Row> {
  key: string
  type: 'string' | 'integer' | 'boolean' | 'array'
  /** it may be empty: null */
  orNull?: true
  format?: 'date' | 'date-time' | 'uri'
  choices?: readonly string[]
  /** of a list: what stands in it; texts when nothing is said */
  items?: object
  vi: string
  en: string
  of(row: Row, address: string): unknown
}

/** A row of a file: every field of the table, in its order. */
export function dataRow<Row>(fields: readonly DataField<Row>[], row: Row, address: string): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.key, field.of(row, address)]))
}

/** JSON Schema of one row. */
export function rowSchema<Row>(fields: readonly DataField<Row>[]): object {
  return closedObject(Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)])))
}

function fieldSchema<Row>({ type, orNull, format, choices, items, vi, en }: DataField<Row>): object {
  return {
    type: orNull ? [type, 'null'] : type,
    ...(format ? { format } : {}),
    ...(choices ? { enum: choices } : {}),
    ...(type === 'array' ? { items: items ?? { type: 'string' } } : {}),
    title: vi,
    description: en,
  }
}

/** An object that has exactly these properties. */
export function closedObject(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties }
}
