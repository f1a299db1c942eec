import { expect, test } from 'vitest';
import { goalOf, sdgCodes } from './sdg.ts';
import { sdgLexicon } from './sdg-lexicon.ts';
import { suggestSdg } from './sdg-suggest.ts';

/** Invented recommendations and the goal that a reader would give them first. */
const examples: readonly (readonly [goal: number, text: string])[] = [
  [1, 'Extend social protection to families in the informal settlements of the north'],
  [1, 'Step up efforts to lift the rural population out of poverty'],
  [1, 'Put an end to land concessions that leave villagers without their fields'],
  [2, 'Make sure that hill communities have enough to eat during the lean season by storing food locally'],
  [2, 'Address the stunting of small children with a nutrition programme in every district'],
  [3, 'Bring down the number of mothers who die in childbirth by training midwives'],
  [3, 'Build up community-based mental health services and close the old asylums'],
  [3, 'Guarantee affordable medical care to everyone, including in the islands'],
  [3, 'Treat people who use drugs as patients and close the compulsory drug detention centres'],
  [4, 'Abolish hidden school fees so that no pupil leaves before the ninth year'],
  [4, 'Teach minority children in their mother tongue during the first years'],
  [4, 'Include human rights education in the curricula of all schools'],
  [4, 'Raise the literacy of adults in remote valleys'],
  [5, 'Make marital rape a crime and open a shelter in each province'],
  [5, 'Raise the age of marriage to eighteen without exception'],
  [5, 'Increase the representation of women in parliament and in village councils'],
  [5, 'Lift the ban on abortion where a pregnancy endangers life'],
  [5, 'Do away with stereotypes about girls in textbooks and media'],
  [6, 'Bring safe drinking water to the villages along the plateau'],
  [6, 'Provide separate toilets and menstrual hygiene supplies in public buildings'],
  [7, 'Connect the highlands to affordable electricity from solar plants'],
  [8, 'Let trade unions register without delay and drop charges against union leaders'],
  [8, 'Inspect brick kilns regularly to end child labour and debt bondage'],
  [8, 'Close the pay gap and offer decent work to young graduates'],
  [8, 'Protect migrant domestic workers from employers who keep their passports'],
  [9, 'Stop internet shutdowns and bring broadband to rural areas'],
  [10, 'Pass a comprehensive anti-discrimination act that names sexual orientation'],
  [10, 'Stop returning asylum seekers to countries where they are in danger'],
  [10, 'Remove barriers that keep persons with disabilities from public life'],
  [10, 'Counter hate speech against ethnic minorities on social networks'],
  [11, 'Offer adequate housing to families living in slums by the railway'],
  [11, 'Prepare coastal cities for floods and earthquakes'],
  [12, 'Oblige companies to carry out human rights due diligence in their supply chains'],
  [13, 'Cut greenhouse gas emissions in line with the Paris Agreement'],
  [13, 'Prepare an adaptation plan for islands that the effects of climate change make uninhabitable'],
  [14, 'Protect small-scale fishing communities from foreign trawlers'],
  [15, 'Halt illegal logging and deforestation on ancestral territory'],
  [15, 'Carry out an environmental impact assessment before each mine is licensed'],
  [16, 'Ratify the Optional Protocol to the Convention against Torture'],
  [16, 'Decriminalise defamation and stop prosecuting journalists for their reporting'],
  [16, 'Set up a national human rights institution that meets the Paris Principles'],
  [16, 'Strengthen the independence of the judiciary by changing how judges are appointed'],
  [16, 'Introduce a moratorium on executions as a step to end the death penalty'],
  [16, 'Register every birth free of charge, also among nomads'],
  [16, 'Ban corporal punishment of children in all settings'],
  [16, 'Investigate the disappearance of land activists and end impunity'],
  [16, 'Ensure that the coming elections are free and fair and that opposition parties can campaign'],
  [16, 'Repeal the articles that restrict peaceful assembly'],
  [16, 'Fight bribery among customs officers'],
  [17, 'Publish statistics broken down by sex, age and region'],
  [17, 'Seek technical assistance from the international community for the plan'],
];

test('ST60 the words of a recommendation lead to its goal among the first five suggestions in nine of ten cases', () => {
  const missed = examples.filter(([goal, text]) => !suggestSdg(text, 5).some(({ code }) => goalOf(code) === goal));
  const first = examples.filter(([goal, text]) => goalOf(suggestSdg(text, 1)[0]?.code ?? '') === goal);
  expect(examples.length).toBeGreaterThanOrEqual(40);
  expect(missed.length / examples.length, missed.map(([, text]) => text).join('\n')).toBeLessThan(0.1);
  expect(first.length / examples.length).toBeGreaterThan(0.8);
});

test('ST60 suggestions are the same every time, say which words led to them, and stay silent where nothing does', () => {
  const text = 'Improve prisons, and open legal aid offices';
  expect(suggestSdg(text)).toEqual(suggestSdg(text));
  expect(suggestSdg(text)[0]).toEqual({ code: '16.3', because: 'legal aid' });
  expect(suggestSdg('')).toEqual([]);
  expect(suggestSdg('Continue along the chosen path')).toEqual([]);
  expect(suggestSdg('__proto__ constructor toString')).toEqual([]);
});

test('ST60 the list of words names only goals and targets that exist', () => {
  expect(Object.keys(sdgLexicon).filter((code) => !sdgCodes.includes(code))).toEqual([]);
});
