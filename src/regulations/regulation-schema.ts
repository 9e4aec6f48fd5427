import { z } from 'zod'
import {
  agendaTemplate,
  chairModel,
  decisionRight,
  deputyAuthorization,
  meetingRules,
  reading,
  topicAppraisal,
} from './conduct-schema.ts'
import { deadlineRule } from './deadline-rule-schema.ts'
import { adHoc, form, identityFields, kind, noticeChannel, roleEntry, target } from './identity-schema.ts'
import {
  contestTerm,
  dossier,
  forum,
  petitionFields,
  recipientList,
  reminderStage,
  report,
  satisfactionLevel,
  supervisor,
} from './record-schema.ts'

/** Every part of a regulation; unknown fields are refused, so a slip of the pen never passes in silence. */
export const regulationSchema = z.strictObject({
  ...identityFields,
  roles: z.array(roleEntry).min(1),
  targets: z.array(target),
  kinds: z.array(kind),
  forms: z.array(form),
  chairModels: z.array(chairModel),
  deputyAuthorization,
  topicAppraisal,
  noticeChannels: z.array(noticeChannel),
  deadlines: z.array(deadlineRule),
  contest: contestTerm.optional(),
  adHoc,
  agendaTemplates: z.array(agendaTemplate),
  meetingRules,
  petitionFields: petitionFields.nullable(),
  dossier,
  recipients: z.array(recipientList),
  reports: z.array(report),
  forum: forum.nullable(),
  satisfactionScale: z.array(satisfactionLevel),
  supervision: z.array(supervisor),
  decisionRights: z.array(decisionRight),
  reminders: z.array(reminderStage),
  reading,
})
