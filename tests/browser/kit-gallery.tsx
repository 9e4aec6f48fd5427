import { parseDay } from '../../src/platform/day.ts'
import { ActionBar } from '../../src/web/kit/action-bar.tsx'
import type { AssetUrls } from '../../src/web/kit/asset-urls.ts'
import { Badge, type Tone } from '../../src/web/kit/badge.tsx'
import { BarFigure } from '../../src/web/kit/bar-figure.tsx'
import { Card } from '../../src/web/kit/card.tsx'
import { ChainSteps } from '../../src/web/kit/chain-steps.tsx'
import { ConflictView } from '../../src/web/kit/conflict-view.tsx'
import { DataTable } from '../../src/web/kit/data-table.tsx'
import { DefinitionList } from '../../src/web/kit/definition-list.tsx'
import { DetailsBlock } from '../../src/web/kit/details-block.tsx'
import { DueDate } from '../../src/web/kit/due-date.tsx'
import { EmptyState } from '../../src/web/kit/empty-state.tsx'
import { ErrorPage } from '../../src/web/kit/error-page.tsx'
import { FilterBar } from '../../src/web/kit/filter-bar.tsx'
import { LinkButton } from '../../src/web/kit/link-button.tsx'
import { PageColumns } from '../../src/web/kit/page-columns.tsx'
import { PageHeading } from '../../src/web/kit/page-heading.tsx'
import { PageLayout } from '../../src/web/kit/page-layout.tsx'
import { Pagination } from '../../src/web/kit/pagination.tsx'
import { ProgressView } from '../../src/web/kit/progress-view.tsx'
import { ProseText } from '../../src/web/kit/prose-text.tsx'
import { ReadinessList } from '../../src/web/kit/readiness-list.tsx'
import { renderPage } from '../../src/web/kit/render-page.ts'
import { Section } from '../../src/web/kit/section.tsx'
import { SelectField } from '../../src/web/kit/select-field.tsx'
import { Stat, StatRow } from '../../src/web/kit/stat.tsx'
import { StateBadge } from '../../src/web/kit/state-badge.tsx'
import { TaskList } from '../../src/web/kit/task-list.tsx'
import { TextField } from '../../src/web/kit/text-field.tsx'
import { Timeline } from '../../src/web/kit/timeline.tsx'
import { YearStrip } from '../../src/web/kit/year-strip.tsx'
import { galleryChrome } from './gallery-chrome.ts'
import { CHAIN, type GalleryPetition, PETITIONS, READINESS, YEAR } from './gallery-data.ts'
import { GalleryForm } from './gallery-form.tsx'

type Theme = 'light' | 'dark'

const STATES: Record<GalleryPetition['state'], { tone: Tone; label: string }> = {
  answered: { tone: 'good', label: 'Đã trả lời' },
  waiting: { tone: 'warn', label: 'Đang xác minh' },
  overdue: { tone: 'bad', label: 'Quá hạn' },
  transferred: { tone: 'info', label: 'Đã chuyển' },
}

const SAID = `Đường liên thôn từ bến phà Gót vào tổ dân phố Hải Lộc xuống cấp đã ba năm nay. Mùa mưa nước ngập đến đầu gối, các cháu đi học phải có người lớn cõng qua.

Chúng tôi đã kiến nghị hai lần nhưng chưa thấy làm. Đề nghị chính quyền cho biết bao giờ thì sửa, ai chịu trách nhiệm?`

function due(petition: GalleryPetition) {
  return (
    <DueDate
      due={parseDay(petition.due)}
      left={{ days: petition.left, working: Math.abs(petition.left) }}
      whyHref={`#why-${petition.number}`}
      met={petition.met ? parseDay(petition.met) : null}
      provisional={petition.left > 10}
    />
  )
}

function badge(petition: GalleryPetition) {
  return <StateBadge {...STATES[petition.state]} />
}

/** Việc hôm nay. */
export function homePage(assets: AssetUrls, theme: Theme): string {
  const task = (petition: GalleryPetition, label: string) => ({
    key: String(petition.number),
    title: petition.title,
    href: `#petition-${petition.number}`,
    context: 'Hội nghị đối thoại với Nhân dân ngày 29/10/2025 · Kiến nghị số 12',
    due: due(petition),
    action: { label, href: `#act-${petition.number}` },
  })
  return renderPage(
    <PageLayout {...galleryChrome(assets, theme)} title="Việc hôm nay" active="today">
      <PageHeading title="Việc hôm nay" meta="thứ Sáu 21/11/2025 · Văn phòng HĐND và UBND đặc khu" />
      <TaskList title="Quá hạn" tone="bad" tasks={[task(PETITIONS[0]!, 'Đôn đốc')]} />
      <TaskList title="Hôm nay" tone="warn" tasks={[]} empty="Hôm nay không có việc nào đến hạn." />
      <TaskList title="Tuần này" tone="info" tasks={[task(PETITIONS[1]!, 'Soạn văn bản trả lời')]} />
      <TaskList title="Đang chờ người khác" tone="quiet" tasks={[task(PETITIONS[3]!, 'Xem')]} />
    </PageLayout>,
  )
}

/** A dialogue. */
export function dialoguePage(assets: AssetUrls, theme: Theme): string {
  return renderPage(
    <PageLayout {...galleryChrome(assets, theme)} flash={null} title="Hội nghị đối thoại" active="dialogues">
      <PageHeading
        trail={[{ href: '#list', label: 'Hội nghị' }]}
        kicker="Định kỳ · trực tiếp · Bí thư Đảng ủy, Chủ tịch UBND đồng chủ trì"
        title="HỘI NGHỊ ĐỐI THOẠI GIỮA NGƯỜI ĐỨNG ĐẦU CẤP ỦY, CHÍNH QUYỀN VỚI NHÂN DÂN ĐẶC KHU: Ể Ữ Ậ Ỗ Ẵ"
        meta={
          <>
            <span>08:00 thứ Tư 29/10/2025</span>
            <span>Trung tâm Văn hóa đặc khu</span>
            <StateBadge tone="info" label="Đang chuẩn bị" />
          </>
        }
        actions={<LinkButton href="#print">In chương trình</LinkButton>}
      />
      <ChainSteps steps={CHAIN} />
      <Section title="Sẵn sàng đến đâu" actions={<a href="#all">Xem tất cả</a>}>
        <Card look="marked">
          <ReadinessList items={READINESS} />
        </Card>
      </Section>
      <ActionBar
        actions={[
          { label: 'Gửi giấy mời', href: '#send', variant: 'primary' },
          { label: 'Đóng tiếp nhận', post: '/close', version: 3 },
          { label: 'Hoãn hội nghị', href: '#postpone', variant: 'danger' },
        ]}
      />
      <Section title="Năm 2025">
        <StatRow>
          <Stat label="Đã tổ chức" value={4} note="trong 7 cuộc theo kế hoạch" />
          <Stat label="Kiến nghị tiếp nhận" value={1284} href="#petitions" />
          <Stat label="Trả lời đúng hạn" value="87,5%" note="1.106 trong 1.264" tone="good" />
          <Stat label="Quá hạn" value={3} tone="bad" href="#late" />
        </StatRow>
      </Section>
      <YearStrip year={2025} items={YEAR} today={parseDay('2025-11-21')} />
      <Section title="Đúng hạn theo cơ quan">
        <BarFigure
          title="Văn bản trả lời, tính đến 15/11/2025"
          rows={[
            bar('Phòng Kinh tế, Hạ tầng và Đô thị', 18, 2, 5),
            bar('Công an đặc khu', 6, 0, 0),
            bar('Trạm Y tế', 0, 0, 0),
          ]}
        />
      </Section>
      <DetailsBlock summary="Thành phần tham dự (36 đại biểu)">
        <ProseText text="Thường trực Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam đặc khu và đại diện Nhân dân." />
      </DetailsBlock>
      <DetailsBlock summary="Nội quy hội nghị" open>
        <ProseText text="Mỗi lượt phát biểu không quá 5 phút." />
      </DetailsBlock>
    </PageLayout>,
  )
}

function bar(label: string, onTime: number, late: number, open: number) {
  return {
    key: label,
    label,
    parts: [
      { key: 'onTime', label: 'đúng hạn', value: onTime, tone: 'good' as const },
      { key: 'late', label: 'muộn', value: late, tone: 'bad' as const },
      { key: 'open', label: 'chưa đến hạn', value: open, tone: 'quiet' as const },
    ],
  }
}

/** A list. */
export function listPage(assets: AssetUrls, theme: Theme): string {
  const address = '/petitions?field=land&sort=due&dir=asc'
  return renderPage(
    <PageLayout {...galleryChrome(assets, theme)} flash={null} title="Kiến nghị" active="petitions">
      <PageHeading
        title="Kiến nghị"
        actions={
          <LinkButton href="#new" variant="primary" icon="plus">
            Tiếp nhận kiến nghị
          </LinkButton>
        }
      />
      <FilterBar
        action="/petitions"
        values={{ field: 'land' }}
        active={[
          { label: 'Lĩnh vực: Đất đai', removeHref: '#a' },
          { label: 'Hạn: quá hạn', removeHref: '#b' },
        ]}
        clearHref="/petitions"
        keep={{ sort: 'due' }}
        more={<TextField name="village" label="Thôn, tổ dân phố" />}
      >
        <TextField name="q" label="Từ cần tìm" type="search" />
        <SelectField
          name="field"
          label="Lĩnh vực"
          choices={[{ value: 'land', label: 'Đất đai' }]}
          empty="Mọi lĩnh vực"
        />
        <SelectField
          name="state"
          label="Tình trạng"
          choices={[{ value: 'late', label: 'Quá hạn' }]}
          empty="Mọi tình trạng"
        />
      </FilterBar>
      <DataTable
        caption="Kiến nghị của hội nghị ngày 29/10/2025"
        address={address}
        sort={{ key: 'due', direction: 'asc' }}
        rows={PETITIONS}
        rowKey={(row) => String(row.number)}
        rowHref={(row) => `#petition-${row.number}`}
        rowTone={(row) => (row.state === 'overdue' ? 'bad' : null)}
        columns={[
          { key: 'number', label: 'Số', cell: (row) => row.number, sortKey: 'number', numeric: true },
          { key: 'title', label: 'Nội dung', cell: (row) => row.title, main: true, wide: true },
          { key: 'who', label: 'Người kiến nghị', cell: (row) => row.petitioner },
          { key: 'field', label: 'Lĩnh vực', cell: (row) => <Badge>{row.field}</Badge> },
          { key: 'lead', label: 'Chủ trì', cell: (row) => row.lead, deskOnly: true },
          { key: 'due', label: 'Hạn', cell: due, sortKey: 'due' },
          { key: 'state', label: 'Tình trạng', cell: badge, total: '4 kiến nghị' },
        ]}
      />
      <Pagination address={address} page={5} pageSize={25} total={1284} />
      <Section title="Không có gì">
        <EmptyState title="Chưa có kiến nghị nào" help="Kiến nghị nhận qua các kênh sẽ hiện ở đây. Có thể nhập ngay.">
          <LinkButton href="#new">Tiếp nhận kiến nghị</LinkButton>
        </EmptyState>
      </Section>
    </PageLayout>,
  )
}

/** A petition. */
export function petitionPage(assets: AssetUrls, theme: Theme): string {
  const petition = PETITIONS[0]!
  const facts = [
    { label: 'Người kiến nghị', value: petition.petitioner },
    { label: 'Lĩnh vực', value: petition.field },
    { label: 'Cơ quan chủ trì', value: petition.lead },
    { label: 'Hạn trả lời', value: due(petition) },
    {
      label: 'Hạn báo cáo',
      value: (
        <DueDate
          due={parseDay('2025-11-14')}
          before={parseDay('2025-11-15')}
          left={{ days: 0, working: 0 }}
          whyHref="#w"
          full
        />
      ),
    },
    { label: 'Không nói đến', value: null },
  ]
  return renderPage(
    <PageLayout {...galleryChrome(assets, theme)} flash={null} title={petition.title} active="petitions">
      <PageHeading
        kicker="Kiến nghị số 12"
        title={petition.title}
        trail={[{ href: '#l', label: 'Kiến nghị' }]}
        meta={badge(petition)}
      />
      <PageColumns
        main={
          <>
            <ProseText quoted text={SAID} by={petition.petitioner} />
            <Section title="Diễn biến" count={3}>
              <Timeline
                events={[
                  {
                    key: 'c',
                    when: new Date('2025-11-20T02:05:00Z'),
                    title: 'Quá hạn trả lời',
                    tone: 'bad',
                    icon: 'alert',
                  },
                  {
                    key: 'b',
                    when: new Date('2025-10-30T07:30:00Z'),
                    title: `Giao xác minh cho ${petition.lead}`,
                    who: 'Nguyễn Thị Hồng Nhung, Văn phòng HĐND và UBND',
                    why: 'Cần kiểm tra thực địa',
                  },
                  { key: 'a', when: parseDay('2025-10-29'), title: 'Nêu tại hội nghị', tone: 'good', icon: 'check' },
                ]}
              />
            </Section>
            <DefinitionList facts={facts.slice(0, 3)} />
          </>
        }
        aside={
          <Card look="quiet" title="Thông tin" aside={<a href="#edit">Sửa</a>}>
            <DefinitionList stacked facts={facts} />
          </Card>
        }
      />
    </PageLayout>,
  )
}

/** A form that came back with errors, a conflict and a long action. */
export function formPage(assets: AssetUrls, theme: Theme): string {
  return renderPage(
    <PageLayout
      {...galleryChrome(assets, theme)}
      flash={null}
      title="Tiếp nhận kiến nghị"
      active="petitions"
      width="narrow"
    >
      <PageHeading title="Tiếp nhận kiến nghị" />
      <GalleryForm />
    </PageLayout>,
  )
}

export function troublePage(assets: AssetUrls, theme: Theme): string {
  return renderPage(
    <PageLayout {...galleryChrome(assets, theme)} flash={null} title="Sửa kết luận" refreshSeconds={600}>
      <PageHeading title="Sửa mục kết luận" />
      <ConflictView
        action="/conclusions/1/edit"
        version={4}
        storedBy="Đỗ Quang Huy"
        storedAt="14:05 ngày 30/10/2025"
        storedHref="#stored"
        fields={[
          {
            name: 'content',
            label: 'Nội dung',
            mine: SAID,
            stored: 'Giao Phòng Kinh tế, Hạ tầng và Đô thị khảo sát, báo cáo trước ngày 15/11/2025.',
          },
          { name: 'due', label: 'Hạn', mine: '15/11/2025', stored: '15/11/2025' },
          { name: 'lead', label: 'Chủ trì', mine: '7', mineSaid: 'Công an đặc khu', stored: 'Trạm Y tế', fixed: true },
        ]}
      />
      <Section title="Việc đang chạy">
        <ProgressView
          title="Đang đóng gói hồ sơ"
          done={132}
          total={416}
          step="nén tệp"
          againHref="#again"
          leaveHref="#home"
          leaveLabel="Về hồ sơ"
        />
      </Section>
    </PageLayout>,
  )
}

export function errorPage(assets: AssetUrls, theme: Theme): string {
  const chrome = {
    ...galleryChrome(assets, theme),
    user: null,
    nav: [],
    moreNav: [],
    bell: null,
    searchAction: null,
    flash: null,
  }
  return renderPage(
    <ErrorPage
      chrome={chrome}
      kind="brokenRule"
      sentence="Kiến nghị này đã được trả lời ngày 14/11/2025."
      number="K7-3QF9"
      wayOn={{ href: '#p', label: 'Về kiến nghị' }}
    />,
  )
}

export const GALLERY = { homePage, dialoguePage, listPage, petitionPage, formPage, troublePage, errorPage }
