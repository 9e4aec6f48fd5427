import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const TYPE_WORDS: Record<string, string> = {
  string: 'một đoạn chữ (số và ngày phải đặt trong ngoặc kép)',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một nhóm mục',
}

function invalidType(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  return issue.input === undefined
    ? 'thiếu mục bắt buộc này'
    : `phải là ${TYPE_WORDS[issue.expected] ?? issue.expected}, tệp ghi ${JSON.stringify(issue.input)}`
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'array') return `danh sách phải có ít nhất ${issue.minimum} phần tử`
  if (issue.origin === 'string') return 'không được để trống'
  return `phải từ ${issue.minimum} trở lên`
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  return issue.origin === 'string' ? `dài quá ${issue.maximum} ký tự` : `không được lớn hơn ${issue.maximum}`
}

/** Says in Vietnamese what is wrong and what would be right. */
export function problemSentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return invalidType(issue)
    case 'unrecognized_keys':
      return `có mục mà phần mềm không nhận biết: ${issue.keys.join(', ')}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return issue.input === undefined
        ? 'thiếu mục bắt buộc này'
        : `phải là một trong: ${issue.values.join(', ')}; tệp ghi ${JSON.stringify(issue.input)}`
    default:
      return issue.message
  }
}
