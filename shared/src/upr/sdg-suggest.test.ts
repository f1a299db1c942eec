import { expect, test } from 'vitest';
import { goalOf, sdgCodes } from './sdg.ts';
import { loadSdgSuggest } from './sdg-suggest.ts';

const languages = ['en', 'fr', 'ar', 'km'] as const;

type Example = readonly [goal: number, text: string];

/** Invented recommendations and the goal that a reader would give them first. */
const english: readonly Example[] = [
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

const french: readonly Example[] = [
  [1, 'Élargir la protection sociale aux familles des hameaux isolés et aux travailleurs sans contrat'],
  [2, 'Garantir une alimentation suffisante aux habitants des plateaux pendant la période de soudure'],
  [3, 'Réduire le nombre de femmes qui meurent en couches en formant des sages-femmes dans chaque district'],
  [4, 'Supprimer les frais de scolarité cachés et offrir un enseignement dans la langue maternelle'],
  [5, 'Ériger le viol conjugal en infraction et ouvrir des foyers d’accueil pour les femmes battues'],
  [5, 'Porter à dix-huit ans l’âge minimum du mariage, sans exception'],
  [6, 'Amener l’eau potable dans les villages de la vallée et construire des latrines'],
  [8, 'Mettre fin au travail des enfants dans les briqueteries et renforcer l’inspection du travail'],
  [
    10,
    'Adopter une loi qui protège les personnes contre les discriminations liées à l’orientation sexuelle ou au handicap',
  ],
  [10, 'Ne plus renvoyer de demandeurs d’asile vers des pays où leur vie est en danger'],
  [11, 'Proposer un logement convenable aux familles expulsées des quartiers bordant la voie ferrée'],
  [13, 'Établir un plan d’adaptation pour les îles menacées par les changements climatiques'],
  [15, 'Faire cesser l’exploitation illégale du bois sur les terres des peuples de la forêt'],
  [16, 'Dépénaliser la diffamation et cesser de poursuivre les journalistes pour leurs articles'],
  [16, 'Instaurer un moratoire sur les exécutions en vue d’abolir la peine de mort'],
  [16, 'Abroger les articles qui restreignent le droit de se réunir pacifiquement'],
];

const arabic: readonly Example[] = [
  [1, 'مواصلة الجهود الرامية إلى انتشال سكان الريف من الفقر وتوسيع الحماية الاجتماعية للأسر'],
  [2, 'ضمان حصول سكان المرتفعات على ما يكفيهم من الغذاء في موسم الشح'],
  [3, 'خفض عدد النساء اللواتي يفقدن حياتهن أثناء الولادة عن طريق تدريب القابلات في كل مقاطعة'],
  [4, 'إلغاء الرسوم المدرسية الخفية حتى لا يترك أي تلميذ المدرسة قبل الصف التاسع'],
  [5, 'تجريم الاغتصاب الزوجي وفتح دار إيواء للنساء المعنَّفات في كل محافظة'],
  [5, 'رفع سن الزواج إلى ثماني عشرة سنة بلا استثناء'],
  [6, 'إيصال مياه الشرب المأمونة إلى القرى وبناء مراحيض منفصلة في المباني العامة'],
  [8, 'القضاء على عمل الأطفال في معامل الطوب وتعزيز تفتيش أماكن العمل'],
  [10, 'إزالة الحواجز التي تمنع الأشخاص ذوي الإعاقة من المشاركة في الحياة العامة'],
  [10, 'الكف عن إعادة طالبي اللجوء إلى بلدان يتعرضون فيها للخطر'],
  [11, 'توفير السكن اللائق للأسر التي تعيش في الأحياء العشوائية قرب السكة الحديدية'],
  [13, 'إعداد خطة للتكيّف مع آثار تغيّر المناخ في الجزر المنخفضة'],
  [15, 'وقف قطع الأشجار غير القانوني وإزالة الغابات في أراضي الأجداد'],
  [16, 'إلغاء تجريم التشهير والتوقف عن ملاحقة الصحفيين بسبب ما ينشرونه'],
  [16, 'إعلان وقف اختياري لتنفيذ أحكام الإعدام تمهيداً لإلغاء هذه العقوبة'],
];

const khmer: readonly Example[] = [
  [1, 'ពង្រីកកិច្ចគាំពារសង្គមដល់គ្រួសារក្រីក្រនៅតាមភូមិដាច់ស្រយាល'],
  [2, 'ធានាឲ្យសហគមន៍តំបន់ភ្នំមានស្បៀងអាហារគ្រប់គ្រាន់នៅរដូវខ្វះខាត'],
  [3, 'កាត់បន្ថយចំនួនម្ដាយដែលស្លាប់ពេលសម្រាលកូន ដោយបណ្តុះបណ្តាលឆ្មបនៅគ្រប់ស្រុក'],
  [4, 'លុបបំបាត់ថ្លៃសាលាក្រៅផ្លូវការ ដើម្បីកុំឲ្យសិស្សបោះបង់ការសិក្សាមុនថ្នាក់ទីប្រាំបួន'],
  [5, 'កំណត់ការរំលោភសេពសន្ថវៈរវាងប្ដីប្រពន្ធជាបទល្មើស និងបើកជម្រកសម្រាប់ស្ត្រីរងគ្រោះនៅគ្រប់ខេត្ត'],
  [5, 'បង្កើនចំនួនស្ត្រីក្នុងរដ្ឋសភា និងក្រុមប្រឹក្សាឃុំ'],
  [6, 'នាំទឹកស្អាតទៅដល់ភូមិនានា និងសង់បង្គន់ដាច់ដោយឡែកនៅអគារសាធារណៈ'],
  [8, 'លុបបំបាត់ពលកម្មកុមារនៅឡឥដ្ឋ និងលើកទឹកចិត្តឲ្យមានអធិការកិច្ចការងារញឹកញាប់'],
  [10, 'ដកឧបសគ្គដែលរារាំងជនពិការមិនឲ្យចូលរួមក្នុងសង្គម'],
  [10, 'ឈប់បញ្ជូនអ្នកសុំសិទ្ធិជ្រកកោនទៅប្រទេសដែលពួកគេអាចមានគ្រោះថ្នាក់'],
  [11, 'ផ្ដល់លំនៅឋានសមរម្យដល់គ្រួសារដែលរស់នៅតាមផ្លូវរថភ្លើង'],
  [13, 'រៀបចំផែនការបន្សាំទៅនឹងការប្រែប្រួលអាកាសធាតុសម្រាប់កោះនានា'],
  [15, 'បញ្ឈប់ការកាប់ឈើខុសច្បាប់ និងការបាត់បង់ព្រៃឈើលើដីដូនតា'],
  [16, 'លុបបទល្មើសបរិហារកេរ្តិ៍ និងឈប់ចោទប្រកាន់អ្នកសារព័ត៌មានដោយសារការសរសេររបស់ពួកគេ'],
  [16, 'ធានាឯករាជ្យភាពរបស់តុលាការ ដោយកែរបៀបតែងតាំងចៅក្រម'],
  [4, 'បង្កើនអត្រាអ្នកចេះអក្សរក្នុងចំណោមមនុស្សពេញវ័យនៅតំបន់ដាច់ស្រយាល'],
  [16, 'លុបចោលមាត្រាដែលរឹតត្បិតការជួបជុំដោយសន្តិវិធី'],
];

const examples = { en: english, fr: french, ar: arabic, km: khmer };

test.each(languages)(
  'ST60 the words of a recommendation lead to its goal among the first five suggestions in nine of ten cases (%s)',
  async (language) => {
    const suggest = await loadSdgSuggest(language);
    const list = examples[language];
    const missed = list.filter(([goal, text]) => !suggest(text, 5).some(({ code }) => goalOf(code) === goal));
    const first = list.filter(([goal, text]) => goalOf(suggest(text, 1)[0]?.code ?? '') === goal);
    expect(list.length).toBeGreaterThanOrEqual(language === 'en' ? 40 : 15);
    expect(missed.length / list.length, missed.map(([, text]) => text).join('\n')).toBeLessThan(0.1);
    expect(first.length / list.length).toBeGreaterThan(0.8);
  },
);

test('ST60 suggestions are the same every time, say which words led to them, and stay silent where nothing does', async () => {
  const suggest = await loadSdgSuggest('en');
  const text = 'Improve prisons, and open legal aid offices';
  expect(suggest(text)).toEqual(suggest(text));
  expect(suggest(text)[0]).toEqual({ code: '16.3', because: 'legal aid' });
  expect(suggest('')).toEqual([]);
  expect(suggest('Continue along the chosen path')).toEqual([]);
  expect(suggest('__proto__ constructor toString')).toEqual([]);
  expect((await loadSdgSuggest('constructor'))(text)).toEqual([]);
});

test.each([
  ['fr', 'Poursuivre les travaux engagés et ouvrir énergiquement une feuille de route, à un niveau élevé'],
  ['fr', 'Poursuivre les efforts entrepris pour donner suite aux recommandations et au traité'],
  ['ar', 'العمل على تحقيق تقدم بوسائل مناسبة وإزالة المعوقات على أرض الواقع'],
  ['ar', 'اتخاذ تدابير كفيلة بالقضاء على هذه الظاهرة وتقديم بطاقة متابعة'],
  ['km', 'លើកទឹកចិត្តក្រុមការងារឲ្យបញ្ចប់របាយការណ៍ក្នុងត្រីមាសនេះ'],
  ['km', 'បន្តកិច្ចខិតខំប្រឹងប្រែងអនុវត្តអនុសាសន៍ដែលបានទទួលយក'],
])('ST60 words that only look like those of a target suggest nothing (%s %#)', async (language, text) => {
  expect((await loadSdgSuggest(language))(text)).toEqual([]);
});

test.each(languages)('ST60 the list of words names only goals and targets that exist (%s)', async (language) => {
  const { sdgLexicon } = await import(`./sdg-lexicon/${language}.ts`);
  expect(Object.keys(sdgLexicon).filter((code) => code !== '' && !sdgCodes.includes(code))).toEqual([]);
  const terms = Object.entries<string>(sdgLexicon).flatMap(([code, list]) =>
    list.split('|').map((term) => `${code} ${term}`),
  );
  expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  expect(terms.filter((term) => /^\S* $| {2}|=./.test(term))).toEqual([]);
});

test('ST60 French words are found behind articles and without their accents', async () => {
  const suggest = await loadSdgSuggest('fr');
  expect(suggest('Respecter l’accès à l’Eau')[0]).toEqual({ code: '6.1', because: 'accès à l’Eau' });
  expect(suggest("l'acces a l'eau")[0]?.code).toBe('6.1');
  expect(suggest('Réunir un groupe de travail')).toEqual([]);
});

test('ST60 Arabic words are found behind the particles that are written together with them, with or without vowel marks', async () => {
  const suggest = await loadSdgSuggest('ar');
  expect(suggest('وللمياه')[0]).toEqual({ code: '6', because: 'وللمياه' });
  expect(suggest('حرّيّة التعبيـــر')[0]?.code).toBe('16.10');
  expect(suggest('بحرية الرأي والتعبير')[0]?.code).toBe('16.10');
  expect(suggest('القضاء على هذه الممارسة')).toEqual([]);
});

test('ST60 Khmer words are found without spaces, with zero-width ones inside, however their signs are ordered', async () => {
  const suggest = await loadSdgSuggest('km');
  const zeroWidth = '\u200b';
  for (const [, text] of khmer) {
    const parted = [...text].join(zeroWidth);
    expect(suggest(parted).map(({ code }) => code)).toEqual(suggest(text).map(({ code }) => code));
  }
  expect(suggest('អំពើ\u200bហិង្សា\u200bលើ\u200bស្ត្រី')[0]?.code).toBe('5.2');
  expect(suggest('អំពើហិង្សាលើស្រ្ដី')[0]?.code).toBe('5.2');
  expect(suggest('ស្ត្រី').some(({ code }) => goalOf(code) === 14)).toBe(false);
  expect(suggest('លើកទឹកចិត្តក្រុមការងារ')).toEqual([]);
});
