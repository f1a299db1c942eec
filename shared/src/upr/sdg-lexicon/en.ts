/** English words that point to a goal or target; how they are written is said in `sdg-suggest.ts`. */
export const sdgLexicon: Readonly<Record<string, string>> = {
  '1': 'poverty|poor=|poorest|pauper',
  '1.1': 'extreme poverty|destitut',
  '1.2':
    'poverty reduction|reduce poverty|poverty alleviation|alleviate poverty|combat poverty|fight poverty|child poverty',
  '1.3': 'social protection|social security|safety net|social assistance|pension|cash transfer|social benefit',
  '1.4':
    'land right|land titl|land tenure|land registr|land concession|land disput|land grab|forced evict|evict|resettle|customary land|access to land|access to basic service|inherit|property right',
  '1.5': 'resilience|vulnerable to shock',
  '2': 'food|hunger|farmer|agricultur',
  '2.1': 'right to food|food security|food insecurity|hunger|famine',
  '2.2': 'malnutrition|nutrition|stunt|breastfeed|undernourish|malnourish',
  '2.3': 'smallholder|small farmer|small scale farmer|peasant|farm income',
  '2.4': 'sustainable agricultur|pesticide|soil degrad',
  '2.5': 'seed|plant breed',
  '2.a': 'rural development|agricultural research',
  '3': 'health|hospital|medical|disease|patient',
  '3.1': 'maternal mortality|maternal health|maternal death|childbirth|midwi|obstetric|maternity|pregnant',
  '3.2': 'infant mortality|child mortality|newborn|neonatal|under five',
  '3.3': 'hiv|aids=|tuberculosis|malaria|hepatitis|epidemic|dengue|cholera',
  '3.4': 'mental health|psychosocial|psychiatr|suicide|cancer|diabetes|non communicable',
  '3.5':
    'drug use|drug treatment|drug dependen|drug rehabilitation|addict|alcohol|narcotic|substance abuse|drug detention|drug user',
  '3.6': 'road safety|road traffic|traffic accident',
  '3.7':
    'reproductive health|sexual health|family planning|contracepti|teenage pregnan|adolescent pregnan|sexuality education',
  '3.8':
    'universal health|health coverage|health insurance|access to health|health care|healthcare|health service|right to health|medical care',
  '3.9': 'air pollution|toxic|mercury|lead poison|hazardous chemical',
  '3.a': 'tobacco|smoking',
  '3.b': 'vaccin|essential medicine|immuni',
  '3.c': 'health worker|health personnel|doctor|nurse',
  '3.d': 'pandemic|covid|health emergenc',
  '4': 'education|school|pupil|teacher|learner',
  '4.1':
    'primary education|secondary education|compulsory education|free education|school drop|drop out|dropout|school enrol|enrolment|right to education|quality education|schooling|school fee',
  '4.2': 'preschool|early childhood|kindergarten|pre primary',
  '4.3': 'vocational|university|universities|tertiary|higher education|technical training',
  '4.4': 'digital skill|job skill|employability',
  '4.5':
    'inclusive education|girls education|education of girl|access to education|education for minorit|mother tongue|bilingual education|multilingual education|indigenous child|education for child with|education of child with|education to all',
  '4.6': 'literacy|illitera|read and write',
  '4.7':
    'human rights education|human rights training|peace education|civic education|citizenship education|curricul|awareness of human rights',
  '4.a': 'school building|safe school|school infrastructure|school facilit|corporal punishment in school|bullying',
  '4.b': 'scholarship',
  '4.c': 'qualified teacher|teacher training|train teacher|number of teacher|teacher salar',
  '5': 'women|girl|gender|woman|cedaw|female|feminis',
  '5.1':
    'discrimination against women|gender discrimination|gender equality|equality between men and women|equality of women|gender stereotyp|stereotyp|patriarch|sex discrimination|equal rights of women',
  '5.2':
    'violence against women|domestic violence|gender based violence|sexual violence|rape|marital rape|femicide|sexual harassment|shelter for victim|sexual abuse|sexual exploitation of women|istanbul convention|spous|acid attack|honour killing',
  '5.3':
    'child marriage|early marriage|forced marriage|genital mutilation|fgm|harmful practice|harmful traditional|marriageable age|age of marriage|early and forced',
  '5.4':
    'unpaid care|domestic work|housework|parental leave|paternity leave|maternity leave|childcare|child care service',
  '5.5':
    'women in politic|political participation of women|participation of women|women participation|representation of women|women representation|women in decision|women in public|women in parliament|women candidate|leadership of women|women leader|women in leadership|quota',
  '5.6': 'reproductive right|abortion|sexual and reproductive|contracepti',
  '5.a':
    'women land|rural women|women inherit|inheritance rights of women|economic empowerment of women|women economic|women entrepreneur|women access to credit',
  '5.b': 'women and technolog|digital gender|online violence against women',
  '5.c':
    'gender policy|gender mainstream|gender strateg|gender action plan|gender budget|gender responsive|ministry of women|empowerment of women|women empowerment',
  '6': 'water|sanitation|hygiene',
  '6.1': 'drinking water|clean water|safe water|potable|right to water|access to water|water supply',
  '6.2': 'sanitation|toilet|hygiene|latrine|menstrua|open defecation',
  '6.3': 'waste water|wastewater|water pollution|water quality|sewage|polluted river',
  '6.4': 'water scarcity|water shortage|drought',
  '6.5': 'water management|transboundary|hydropower|mekong|dam=|dams=',
  '6.6': 'wetland|river|lake',
  '7': 'energy|electric',
  '7.1': 'access to electric|electrification|affordable energy|access to energy|electricity',
  '7.2': 'renewable|solar|wind power',
  '7.3': 'energy efficien',
  '8': 'employ|labour|labor|worker|job|work=|wage|occupational|ilo',
  '8.1': 'economic growth',
  '8.3':
    'small and medium|microfinance|entrepreneur|job creation|create jobs|informal sector|informal economy|informal worker',
  '8.5':
    'decent work|equal pay|pay gap|wage gap|unemploy|employment of persons|employment opportunit|full employment|labour market|equal remuneration|right to work|equal wage',
  '8.6': 'youth unemploy|youth employ|young people in employ',
  '8.7':
    'child labo|forced labo|trafficking in person|human trafficking|trafficking|slavery|traffick|debt bondage|bonded labo|worst forms',
  '8.8':
    'trade union|union leader|freedom of association of worker|migrant worker|domestic worker|occupational safety|labour right|working condition|minimum wage|collective bargaining|right to strike|strike|garment|labour inspect|recruitment agenc|labour law|safe work',
  '8.9': 'tourism|tourist',
  '8.10': 'financial inclusion|bank account|microcredit',
  '8.b': 'jobs for young|employment strategy for young',
  '9': 'infrastructure|industr|innovation',
  '9.1': 'road|transport infrastructure|rural infrastructure|bridge',
  '9.2': 'industriali',
  '9.5': 'scientific research|researcher|scientist',
  '9.c':
    'internet access|access to the internet|broadband|connectivity|internet shutdown|digital divide|mobile network|internet coverage',
  '10': 'inequalit|discriminat|minorit|equality|migrant|refugee|marginal|vulnerable group',
  '10.1': 'income inequalit|income gap',
  '10.2':
    'social inclusion|disabilit|lesbian|gay=|transgender|intersex|same sex|sign language|older people|older women|persons with disab|lgbt|sexual orientation|gender identity|indigenous|ethnic minorit|religious minorit|older person|elderly|caste|albinism|roma=|dalit|afrodescend|afro descend|inclusion of',
  '10.3':
    'anti discrimination|antidiscrimination|non discrimination|nondiscrimination|racial discrimination|racism|xenophob|racis|hate speech|equal opportunit|discriminatory|hate crime|intoleran|icerd|cerd',
  '10.4': 'fiscal polic|progressive tax|redistribut|wage polic',
  '10.7': 'migration|migrant|asylum|refugee|refoulement|stateless|immigration|displaced|deport|rohingya|expulsion',
  '10.b': 'official development|foreign direct',
  '10.c': 'remittance',
  '11': 'urban|housing|city|cities|municipal|homeless',
  '11.1':
    'adequate housing|right to housing|housing|slum|homeless|affordable housing|informal settlement|evict|forced evict',
  '11.2': 'public transport|accessible transport|bus=|mobility of persons',
  '11.3': 'urban planning|participatory planning|city planning',
  '11.4': 'cultural heritage|cultural right|natural heritage|heritage|temples',
  '11.5': 'disaster|flood|cyclone|earthquake|landslide|typhoon',
  '11.6': 'air quality|waste management|garbage',
  '11.7': 'public space|park=|parks=|playground',
  '11.b': 'disaster risk|risk reduction|sendai',
  '12': 'consumption|sustainable product|consumer|corporate',
  '12.2': 'natural resource|sand mining|extractive',
  '12.4': 'hazardous waste|chemical|toxic waste',
  '12.5': 'recycl|plastic|waste reduction',
  '12.6':
    'business and human right|corporate|companies|human rights due diligence|enterprise|guiding principles on business|private sector|due diligence|transnational corporation',
  '12.7': 'public procurement',
  '12.c': 'fossil fuel',
  '13': 'climate|greenhouse|paris agreement|global warming',
  '13.1':
    'adaptation|climate disaster|climate resilience|effects of climate|impact of climate|climate induced|natural disaster|sea level',
  '13.2':
    'climate policy|climate change polic|emission|nationally determined|climate legislation|climate law|climate strateg|climate action|mitigation|paris agreement|carbon',
  '13.3': 'climate education|climate awareness|early warning',
  '13.a': 'climate finance|climate fund',
  '14': 'ocean|marine|sea=|seas=|coast|fish',
  '14.1': 'marine pollution|oil spill|marine litter',
  '14.2': 'coast|mangrove|coral|marine ecosystem',
  '14.4': 'overfish|illegal fish',
  '14.b': 'fisher|fishing communit|small scale fish',
  '14.c': 'law of the sea',
  '15': 'forest|biodivers|wildlife|ecosystem|environment|nature=|land degrad',
  '15.1':
    'ecosystem|protected area|conservation|environmental protection|environmental impact|environmental defender|healthy environment|environmental degrad|environmental right|environmental law',
  '15.2': 'deforest|forest|logging|reforest|timber',
  '15.3': 'desertif|land degrad|soil',
  '15.5': 'biodiversity|endangered|species',
  '15.6': 'genetic resource|traditional knowledge',
  '15.7': 'poach|wildlife',
  '16': 'justice|law|court|judge|judici|police|rights defender|freedom|prison|torture|detention|ratif|constitution|impunity|peace|democra|civil society|parliament|security force',
  '16.1':
    'killing|extrajudicial|enforced disappear|death penalty|excessive use of force|use of force|police violence|police brutality|violence=|homicide|execution|armed conflict|arms trade|landmine|mine=|moratorium|capital punishment|abolish the death|second optional protocol',
  '16.2':
    'violence against child|child abuse|corporal punishment|sexual exploitation of child|torture|ill treatment|inhuman|child soldier|child protection|abuse of child|child trafficking|sale of children|juvenile|orphanage|online abuse|cat=|opcat|street child|child online|recruitment of child|child victim|exploitation and abuse|sexual abuse of child|child sexual|exploitation of child|rights of the child',
  '16.3':
    'rule of law|access to justice|legal aid|fair trial|independence of the judic|independent judic|judicial independence|judiciary|judge|prosecut|pretrial|pre trial|detention|detainee|prison|arbitrary arrest|arbitrary|due process|impunity|accountab|lawyer|reparation|transitional justice|remedy|remedies|overcrowd|habeas|court|perpetrator|investigat|international criminal court|rome statute|judicial reform|penal|justice system|legal assistance',
  '16.4': 'organized crime|organised crime|arms trafficking|money launder|small arms|terroris|weapon|illicit financial',
  '16.5': 'corrupt|brib|anti corruption|embezzle|illicit enrich',
  '16.6':
    'transparen|good governance|public institution|public administration|civil service|public service|open government|national mechanism for implementation|follow up mechanism|oversight|accountable institution|institutional capacity|public budget',
  '16.7':
    'election|electoral|vote=|voting|voter|opposition part|political part|political participation|participation in public|public participation|decision making|consult civil|consultation|pluralis|multi party|public affairs|free and fair|free prior and informed|youth participation|political opponent|political dialogue',
  '16.9':
    'birth registr|civil registr|identity document|birth certificat|legal identity|nationality law|stateless|citizenship|identity card|undocumented',
  '16.10':
    'freedom of expression|freedom of opinion|freedom of assembly|freedom of association|peaceful assembly|peaceful protest|freedom of the press|press freedom|media|journalis|access to information|defamation|human rights defender|rights defender|civic space|civil society space|non governmental organization|ngo|internet freedom|censor|demonstrator|protest|freedom of religion|freedom of belief|freedom of thought|freedom of movement|privacy|surveillance|activist|reprisal|restrictions on civil society|fundamental freedom|blogger|lese majeste|press law|broadcast|website|associations and non',
  '16.a':
    'national human rights institution|nhri|human rights commission|paris principles|ombuds|national preventive mechanism|independent national human rights|human rights institution',
  '16.b': 'discriminatory law|repeal law|anti discrimination law|non discrimination law|discriminat',
  '17': 'cooperat|partnership|technical assistance|international support|international community',
  '17.1': 'tax collect|tax revenue|domestic resource',
  '17.2': 'development aid|development assistance|official development',
  '17.3': 'financial resource|development financ|mobilize resource',
  '17.4': 'debt relief|foreign debt|external debt|debt sustainab',
  '17.9': 'capacity building|technical assistance|build capacity|technical cooperation|capacity of',
  '17.10': 'world trade|trade organization',
  '17.14': 'policy coheren|coherence|2030 agenda|sustainable development goal',
  '17.16': 'global partnership|international cooperation|south south|regional cooperation',
  '17.17':
    'partnership with civil society|cooperation with civil society|dialogue with civil society|public private|engage with civil society|collaborat with civil society',
  '17.18': 'disaggregat|statistic|data collect|collect data|census|data on',
};
