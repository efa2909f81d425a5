const EXTENSIONS =
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** What ties the two accounts of one bar together. */
const barId = (priority: number): string => `{00000000-0000-4000-8000-${String(priority).padStart(12, '0')}}`;

/** Bars behind the numbers of a range, from 0 to `most`. */
export interface Bars {
  readonly range: string;
  readonly most: number;
}

/** Bars as earlier programs draw them: they fade. */
export const barsXml = ({ range, most }: Bars, index: number): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="FFBDD7EE"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ${EXTENSIONS}><x14:id>${barId(index + 1)}</x14:id></ext></extLst></cfRule></conditionalFormatting>`;

const solid = ({ range, most }: Bars, index: number): string =>
  `<x14:conditionalFormatting><x14:cfRule type="dataBar" id="${barId(index + 1)}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${most}</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;

/** Bars as later programs draw them, in one colour, so that one sees where they end. */
export const solidBarsXml = (bars: readonly Bars[]): string =>
  bars.length === 0
    ? ''
    : `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${EXTENSIONS}><x14:conditionalFormattings>${bars.map(solid).join('')}</x14:conditionalFormattings></ext></extLst>`;
