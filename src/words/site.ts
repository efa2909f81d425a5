import type { Bilingual, Lang } from '../model/base/text.ts';
import { type Effort, type FactDefinition, PLACES, type Place } from '../model/standard/vocabulary.ts';

const PLACE_NAMES: Readonly<Record<Place, Bilingual>> = {
  outside: { zh: '院外和周边', en: 'Outside and around' },
  entrance: { zh: '门口', en: 'Entrance' },
  hall: { zh: '大厅', en: 'Hall' },
  windows: { zh: '窗口', en: 'Windows' },
  counters: { zh: '台面', en: 'Counters' },
  equipment: { zh: '设备', en: 'Equipment' },
  walls: { zh: '墙面和公示栏', en: 'Walls and boards' },
  back_office: { zh: '后台', en: 'Back office' },
  files: { zh: '资料', en: 'Files' },
  staff: { zh: '询问', en: 'Questions to staff' },
};

export const placeName = (place: Place, lang: Lang): string => PLACE_NAMES[place][lang];

/** Where a fact is seen; what nothing is said of is looked up in the files. */
const placeOfFact = ({ where = 'files' }: Pick<FactDefinition, 'where'>): Place => where;

/** Things in the order of the walk, each place with what is seen there. */
export const alongTheWalk = <T>(
  things: readonly T[],
  factOf: (thing: T) => Pick<FactDefinition, 'where'>,
): readonly { readonly place: Place; readonly things: readonly T[] }[] =>
  PLACES.flatMap(place => {
    const here = things.filter(thing => placeOfFact(factOf(thing)) === place);
    return here.length === 0 ? [] : [{ place, things: here }];
  });

const EFFORT_NAMES: Readonly<Record<Effort, Bilingual>> = {
  declare: { zh: '只须申报', en: 'only to be declared' },
  paper: { zh: '材料和安排', en: 'papers and arrangements' },
  buy: { zh: '购置制作', en: 'things to buy' },
  build: { zh: '场地改造', en: 'building works' },
};

export const effortName = (effort: Effort, lang: Lang): string => EFFORT_NAMES[effort][lang];
