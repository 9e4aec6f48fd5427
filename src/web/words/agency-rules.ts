import type { RuleWords } from './rule-sentence.ts'

/** Sentences of the rules of agencies and posts. */
export const agencyRules: RuleWords = {
  vi: {
    'agency/parent-not-there':
      '{name} không tồn tại vào ngày cơ quan này bắt đầu. Hãy chọn cơ quan khác hoặc sửa ngày.',
    'agency/circle': 'Không thể đặt một cơ quan trực thuộc chính đơn vị con của nó.',
    'agency/posts-outside':
      'Cơ quan này có chức vụ hoặc người giữ chức vụ ngoài khoảng thời gian đó. Hãy sửa chức vụ trước.',
    'agency/has-parts': '{name} còn trực thuộc cơ quan này. Hãy kết thúc hoặc chuyển đơn vị đó sang nơi khác trước.',
    'agency/has-open-work': 'Cơ quan này còn {count} việc đang mở. Hãy bàn giao cho cơ quan kế thừa.',
    'agency/already-succeeded': 'Cơ quan này đã có cơ quan kế thừa: {name}.',
    'agency/successor-not-there': '{name} không hoạt động vào ngày kế thừa, hoặc đã có cơ quan khác kế thừa.',
    'post/outside-agency': 'Chức vụ chỉ tồn tại trong thời gian cơ quan hoạt động. Hãy sửa ngày cho khớp.',
    'post/second-head': 'Cơ quan này đã có một chức vụ đứng đầu trong thời gian đó.',
    'post/deputy-of-deputy': 'Cấp phó phải là cấp phó của một chức vụ không phải cấp phó, và không đứng đầu cơ quan.',
    'post/appointed-outside':
      'Không thể giữ chức vụ ngoài thời gian chức vụ tồn tại. Nếu chức vụ có ngày cuối cùng, người giữ cũng cần ngày cuối cùng.',
    'post/held-already':
      '{name} đang giữ chức vụ này từ {from}. Hãy ghi nhận thôi giữ trước, hoặc đánh dấu để người đó thôi giữ từ ngày liền trước.',
    'post/holder-outside': '{name} còn giữ chức vụ ngoài khoảng thời gian đó. Hãy ghi nhận thôi giữ trước.',
    'post/holdings-overlap': 'Khoảng thời gian này trùng với người giữ chức vụ sau đó.',
  },
  en: {
    'agency/parent-not-there': '{name} does not exist on the day this agency begins. Choose another or change the day.',
    'agency/circle': 'An agency cannot belong to one of its own parts.',
    'agency/posts-outside': 'There are posts or holders outside that time. Change them first.',
    'agency/has-parts': '{name} still belongs to this agency. End it or move it first.',
    'agency/has-open-work': '{count} things are still open here. Hand over to a successor.',
    'agency/already-succeeded': 'This agency has a successor already: {name}.',
    'agency/successor-not-there': '{name} does not exist on that day, or was itself succeeded.',
    'post/outside-agency': 'A post exists only while its agency does. Please change the days.',
    'post/second-head': 'The agency has another head in that time.',
    'post/deputy-of-deputy': 'A deputy is the deputy of a post that is no deputy itself, and heads no agency.',
    'post/appointed-outside': 'A post is held only while it exists. If the post has a last day, so has the holder.',
    'post/held-already':
      '{name} holds this post since {from}. Record leaving first, or tick that the term ends the day before.',
    'post/holder-outside': '{name} holds the post outside that time. Record leaving first.',
    'post/holdings-overlap': 'This runs into the term of the next holder.',
  },
}
