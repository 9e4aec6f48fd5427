import { afterAll, beforeAll } from 'vitest'
import { thanUyenHouse } from '../../samples/than-uyen/than-uyen-house.ts'
import { openJourney } from '../support/http-journey.ts'
import { describeConclusion } from './than-uyen-conclusion.ts'
import { describeConference } from './than-uyen-conference.ts'
import { describePreparation } from './than-uyen-preparation.ts'
import { describeSettling } from './than-uyen-settling.ts'
import { stage } from './than-uyen-stage.ts'

/*
 * Than Uyên (Lai Châu), the dialogue with Khoen On on Thursday 14/9/2023, after the plan of the district party
 * committee of that year (regulation 06-QC/TU). Counted by hand on the calendar of 2023, where Friday 01/9 and Monday
 * 04/9 are days off (5034/TB-LĐTBXH):
 *   media or invitation, 7 working days before: 13, 12, 11, 8, 7, 6, 5/9 → Tuesday 05/9; seven full days between them
 *   would be one working day earlier, and over 04/9, the weekend and 01/9 that is Thursday 31/8
 *   internal review, 5 working days: 15, 18, 19, 20, 21/9
 *   written reply, 15 working days: … 21/9 is the 5th; 22, 25, 26, 27, 28/9 the 10th; 29/9, 2, 3, 4, 5/10
 *   complex, 30 working days: 6, 9–12/10 the 20th; 13, 16–19/10 the 25th; 20, 23–26/10
 */
beforeAll(async () => {
  stage.journey = await openJourney([thanUyenHouse], '2023-07-24')
})
afterAll(() => stage.journey?.close())

describePreparation()
describeConference()
describeConclusion()
describeSettling()
