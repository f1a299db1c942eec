import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test('ME13 the language of a list is guessed from its script and its small words, and it is said how sure that is', () => {
  const lists: Record<string, string> = {
    en: 'Open the sessions of the committee to the public, and publish the minutes of each within thirty days for all that ask',
    fr: 'Ouvrir les séances de la commission au public, et publier le procès-verbal de chacune dans les trente jours pour ceux qui le demandent',
    es: 'Abrir las sesiones de la comisión al público y publicar el acta de cada una en los treinta días para todos los que la pidan por escrito',
    km: 'បើក\u200bកិច្ចប្រជុំ\u200bរបស់\u200bគណៈកម្មាធិការ\u200bជា\u200bសាធារណៈ (Uruguay)',
    ar: 'فتح جلسات اللجنة للجمهور ونشر محاضرها (Uruguay)',
    ru: 'Открыть заседания комитета для публики',
    zh: '向公众开放委员会会议',
  };
  for (const [language, text] of Object.entries(lists))
    expect(guessLanguage([text]), language).toEqual({ language, isSure: true });
});

test('ME13 where nothing tells, English is meant and not sure', () => {
  for (const texts of [[], [''], ['110.1', '42'], ['Xyzzy plugh']])
    expect(guessLanguage(texts)).toEqual({ language: 'en', isSure: false });
});

test('UP48 a single line of a column tells its language', () => {
  const texts: [string, string][] = [
    ['en', 'Mend the roads of the north and the bridges'],
    ['fr', 'Réparer les routes du nord et les ponts dans une année'],
    ['es', 'Reparar los caminos del norte y las aldeas con una escuela'],
    ['ar', 'إصلاح الطرق في الشمال'],
    ['km', 'ជួសជុលផ្លូវនៅភាគខាងជើង'],
    ['ru', 'Отремонтировать дороги на севере'],
    ['zh', '修复北方的道路'],
    ['en', '12345'],
    ['en', ''],
  ];
  expect(texts.map(([, text]) => guessLanguage([text]).language)).toEqual(texts.map(([language]) => language));
});
