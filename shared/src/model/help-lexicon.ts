/**
 * Words that the quiet help looks for. Rough on purpose: a rule that stays silent too often is better than one that
 * nags. English and French as words, Arabic and Khmer as beginnings, since Khmer has no spaces between words.
 */

/** Says how many: a figure of any script, or a word for it. */
export const countForm = new RegExp(
  [
    String.raw`\p{Nd}|[%٪]`,
    String.raw`\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundreds?|thousands?|dozens?|half|third|quarter|twice|double|all|every|each|none|no|percent|number of|share of|rate of)\b`,
    String.raw`\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|cent|mille|moitié|tiers|quart|double|tous|toutes|chaque|aucune?|nombre de|nombre d|taux de|part de)(?![\p{L}])`,
    'عدد|نسبة|معدل|جميع|كل |نصف|ចំនួន|អត្រា|ភាគរយ|ពាក់កណ្តាល|ទាំងអស់|គ្រប់',
  ].join('|'),
  'iu',
);

/** Says where it can be looked up. */
export const sourceForm = new RegExp(
  [
    String.raw`\b(?:sources?|reports?|records?|recorded|registers?|registered|registry|minutes|lists?|surveys?|statistics?|data|databases?|census|gazette|published|publications?|media|press|attendance|signed|photos?|evaluations?|tests?|questionnaires?|interviews?|websites?|according to|as shown|monitoring|documented|transcripts?|archives?|logs?|certificates?|files?)\b`,
    String.raw`\b(?:rapports?|registres?|listes?|enquêtes?|sondages?|statistiques?|données|recensement|journal officiel|publiée?s?|presse|procès-verba(?:l|ux)|signée?s?|évaluations?|questionnaires?|entretiens?|selon|d['’]après|dossiers?|attestations?)(?![\p{L}])`,
    'مصدر|تقرير|تقارير|سجل|قائمة|قوائم|مسح|استبيان|إحصا|بيانات|محضر|محاضر|منشور|وفق|ប្រភព|របាយការណ៍|បញ្ជី|កំណត់ហេតុ|ស្ទង់មតិ|ស្ថិតិ|ទិន្នន័យ|យោងតាម|កំណត់ត្រា',
  ].join('|'),
  'iu',
);

/** Up to eight words between the verb and what it is done to. */
const near = String.raw`(?:[^\s.;]+\s+){0,8}?`;

/** Sentences whose subject can only be the State, by how they begin. */
export const stateDutyForms: readonly RegExp[] = [
  String.raw`(?:ratify|accede to|sign and ratify|become a party to)\b`,
  String.raw`(?:adopt|enact|pass|promulgate|introduce|approve)\s+${near}(?:laws?|legislation|acts?|bills?|decrees?|amendments?|moratorium)\b`,
  String.raw`(?:amend|repeal|revise|reform|review)\s+${near}(?:laws?|legislation|acts?|codes?|constitution|decrees?|articles?)\b`,
  String.raw`(?:abolish|declare a moratorium|criminali[sz]e|decriminali[sz]e)\b`,
  String.raw`(?:withdraw|lift)\s+${near}reservations?\b`,
  String.raw`(?:extend|issue)\s+${near}standing invitation\b`,
  String.raw`(?:establish|create|set up)\s+${near}(?:national human rights institution|national preventive mechanism|ombuds\w*|special courts?|ministry)\b`,
  String.raw`(?:release)\s+${near}(?:prisoners?|detainees?|detained)\b`,
  String.raw`(?:the )?(?:government|state|ministry|parliament|national assembly|authorities)\b[^.;]{0,40}\b(?:should|shall|must|has to|have to|needs? to|is to|ought to)\b`,
  String.raw`(?:ratifier|adhérer à|légiférer|promulguer|abolir|dépénaliser|criminaliser)(?![\p{L}])`,
  String.raw`(?:adopter|voter|modifier|réviser|abroger|réformer)\s+${near}(?:lois?|législation|code|constitution|décrets?|articles?)(?![\p{L}])`,
  '(?:التصديق على|المصادقة على|الانضمام إلى|سن قانون|سن تشريع|اعتماد قانون|إلغاء عقوبة|إلغاء قانون|تعديل قانون|تعديل الدستور)',
  '(?:ផ្តល់សច្ចាប័ន|អនុម័តច្បាប់|អនុម័តសេចក្តីព្រាងច្បាប់|ធ្វើវិសោធនកម្មច្បាប់|លុបចោលច្បាប់|លុបបំបាត់ទោសប្រហារជីវិត)',
].map((form) => new RegExp(String.raw`^(?:to\s+|de\s+)?${form}`, 'iu'));

/** A sentence with one of these is about what civil society does, whatever it begins with. */
export const ownWorkForm =
  /\b(?:advoca\w+|campaign\w*|joint position|our (?:own )?\w+|internal|shadow|alternative report|position paper|among members|in our|plaidoyer|position commune)\b/iu;
