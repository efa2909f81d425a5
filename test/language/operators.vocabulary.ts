import { vocabularyOf } from '../support/inline.ts';

/** One fact of each type, one list of records. */
export const VOCABULARY = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Service hall }
facts:
  hall.area: { label: { zh: 办事大厅面积, en: Area of the hall }, type: quantity, unit: m² }
  hall.office_area: { label: { zh: 办公用房面积, en: Area of the offices }, type: quantity, unit: m² }
  hall.response: { label: { zh: 答复时限, en: Time to answer }, type: quantity, unit: workday }
  hall.board: { label: { zh: 公示栏规格, en: Size of the board }, type: size, unit: cm }
  hall.desks: { label: { zh: 窗口数, en: Number of windows }, type: count, counter: { zh: 个, en: windows } }
  hall.seats: { label: { zh: 座席数, en: Number of seats }, type: count, counter: { zh: 个, en: seats } }
  hall.rate: { label: { zh: 按期办结率, en: Completion rate }, type: percent }
  hall.copies: { label: { zh: 提供免费复印, en: Free copies }, type: yes_no, example: 是 }
  hall.ledger: { label: { zh: 纸质台账, en: Paper ledger }, type: yes_no, example: 有 }
  hall.idle: { label: { zh: 存在空岗, en: Posts left empty }, type: yes_no, example: 否 }
  hall.opened: { label: { zh: 启用日期, en: Date of opening }, type: date }
  hall.closed: { label: { zh: 撤销日期, en: Date of closing }, type: date }
  hall.hours: { label: { zh: 夏季开放时间, en: Summer hours }, type: hours }
  hall.training: { label: { zh: 每年培训, en: Training a year }, type: quantity, unit: 学时, units: { 学时: 1, 天: 8 } }
  hall.shift: { label: { zh: 上岗时间, en: Time on duty }, type: time }
  hall.name: { label: { zh: 中心名称, en: Name of the centre }, type: text }
  hall.town: { label: { zh: 所在乡镇, en: Township }, type: text }
  hall.grade: { label: { zh: 中心类别, en: Class of the centre }, type: term, list: classes }
  hall.amenities: { label: { zh: 便民设施, en: Amenities }, type: terms, list: amenities }
  hall.promised: { label: { zh: 承诺的便民设施, en: Amenities promised }, type: terms, list: amenities }
  counters:
    label: { zh: 工作台, en: Counters }
    type: records
    item: { zh: 工作台, en: counter }
    key: name
    fields:
      name: { label: { zh: 工作台名称, en: Name of the counter }, type: text }
      use: { label: { zh: 工作台用途, en: Use }, type: term, list: uses }
      height: { label: { zh: 台面高度, en: Counter height }, type: quantity, unit: cm }
      reach: { label: { zh: 够得着的高度, en: Height in reach }, type: quantity, unit: cm }
      clean: { label: { zh: 台面整洁, en: Counter clean }, type: yes_no, example: 是 }
  windows:
    label: { zh: 服务窗口, en: Service windows }
    type: records
    item: { zh: 窗口, en: window }
    key: kind
    fields:
      kind: { label: { zh: 窗口种类, en: Kind of window }, type: term, list: window_kinds }
      staffed: { label: { zh: 窗口有人值守, en: Window is staffed }, type: yes_no, example: 是 }
`,
  `
list: classes
label: { zh: 类别, en: Classes }
terms:
  first: { zh: 一类, en: First class }
  second: { zh: 二类, en: Second class }
  third: { zh: 三类, en: Third class }
`,
  `
list: amenities
label: { zh: 便民设施, en: Amenities }
terms:
  water: { zh: 饮水机, en: Water dispenser }
  glasses: { zh: 老花镜, en: Reading glasses }
  pen: { zh: 签字笔, en: Pen }
  seats: { zh: 座椅, en: Seats }
  bar: { zh: 收费茶座, en: Paid tea bar }
`,
  `
list: uses
label: { zh: 用途, en: Uses }
terms:
  window: { zh: 窗口工作台, en: Window counter }
  forms: { zh: 填单台, en: Form-filling desk }
`,
  `
list: window_kinds
label: { zh: 窗口种类, en: Kinds of window }
open: true
terms:
  petition: { zh: 信访窗口, en: Petitions window }
  labour: { zh: 社保窗口, en: Social security window }
  farm: { zh: 农机窗口, en: Farm machinery window }
`,
);
