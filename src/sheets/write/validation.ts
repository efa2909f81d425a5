import { xmlText } from '../xml.ts';

/** What a cell suggests: choices to pick from, and a word on how to fill it in. Nothing is forbidden. */
export interface Validation {
  readonly choices?: readonly string[];
  readonly title: string;
  readonly prompt: string;
}

/** What spreadsheets hold of a list of choices, a title and a prompt. */
const [LONGEST_LIST, LONGEST_TITLE, LONGEST_PROMPT] = [255, 30, 250];

const listOf = (choices: readonly string[] | undefined): string | undefined => {
  const list = choices?.join(',') ?? '';
  const holds = list !== '' && list.length <= LONGEST_LIST && !choices?.some(choice => /[",]/u.test(choice));
  return holds ? list : undefined;
};

/** The XML of what a cell suggests; nothing where there is nothing to suggest. */
export const validationXml = (cell: string, { choices, title, prompt }: Validation): string => {
  const list = listOf(choices);
  if (list === undefined && prompt === '') return '';
  const kind = list === undefined ? 'type="custom"' : 'type="list"';
  const formula = list === undefined ? 'TRUE' : `"${list}"`;
  const said =
    prompt === ''
      ? ''
      : ` showInputMessage="1" promptTitle="${xmlText(title.slice(0, LONGEST_TITLE))}" prompt="${xmlText(prompt.slice(0, LONGEST_PROMPT))}"`;
  return `<dataValidation ${kind} allowBlank="1"${said} sqref="${cell}"><formula1>${xmlText(formula)}</formula1></dataValidation>`;
};
