import { PageHeading } from '../../kit/page-heading.tsx'
import { ballotWords } from '../../words/ballot-words.ts'
import { surveyWords } from '../../words/survey-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { labelIn, requireSurvey, surveyTrail } from './survey-subject.ts'

/** GET …/mau-phieu: the ballot as it is handed out, to be printed from the browser. */
export async function showBallot(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = surveyWords[lang]
  const { dialogue, survey } = await requireSurvey(request)
  const { groups, scale, legalBasis } = survey.form
  return officePage(
    request,
    { title: words.printBallot, active: 'dialogues' },
    <>
      <PageHeading
        title={survey.title}
        kicker={dialogue.title}
        trail={surveyTrail(request, dialogue, true)}
        meta={words.ballotNote}
      />
      <p class="field-help print:hidden">{ballotWords[lang].print}</p>
      <div class="table-frame">
        <table class="data-table">
          <caption class="sr-only">{survey.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              {scale.map((answer) => (
                <th key={answer.key} scope="col">
                  {labelIn(lang, answer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th class="main" scope="row">
                  {labelIn(lang, group)}
                </th>
                {scale.map((answer) => (
                  <td key={answer.key} class="text-2xl" data-label={labelIn(lang, answer)}>
                    ☐
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="mt-6 font-semibold">{words.ballotComments}</p>
      {[1, 2, 3, 4].map((line) => (
        <p key={line} class="border-base-content/40 mt-6 border-b border-dotted" />
      ))}
      <p class="field-help mt-6">
        {words.legalBasis}: {legalBasis}
      </p>
    </>,
  )
}
