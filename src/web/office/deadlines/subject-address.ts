/** The page of what a deadline, message or line of work is about, below the authority; null where there is none. */
export function subjectAddress(subject: {
  subjectKind: string
  subjectId: number
  dialogueId?: number | null
  planId?: number | null
}): string | null {
  const { subjectKind, subjectId, dialogueId, planId } = subject
  switch (subjectKind) {
    case 'dialogue':
      return `/hoi-nghi/${subjectId}`
    case 'petition':
      return `/kien-nghi/${subjectId}`
    case 'conclusionItem':
      return dialogueId ? `/hoi-nghi/${dialogueId}/ket-luan` : null
    case 'planTask':
      return planId ? `/ke-hoach/${planId}` : null
    case 'dialogueTask':
      return dialogueId ? `/hoi-nghi/${dialogueId}/phan-cong` : null
    case 'plan':
      return `/ke-hoach/${subjectId}`
    case 'reportRecord':
      return `/bao-cao/ho-so/${subjectId}`
    case 'report':
      return `/bao-cao/${subjectId}`
    case 'supervisionAct':
      return `/giam-sat/${subjectId}`
    case 'paper':
      return `/van-ban/${subjectId}`
    case 'deadline':
      return `/han/${subjectId}`
    case 'dossier':
      return `/ho-so/${subjectId}`
    case 'topicProposal':
      return `/chu-de/${subjectId}`
    case 'dialogueRequest':
      return '/yeu-cau-doi-thoai'
    case 'agency':
      return `/quan-tri/co-quan/${subjectId}`
    default:
      return null
  }
}
