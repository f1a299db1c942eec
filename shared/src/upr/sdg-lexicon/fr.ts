/** French words that point to a goal or target; how they are written is said in `sdg-suggest.ts`. Articles and `de` are left out. */
export const sdgLexicon: Readonly<Record<string, string>> = {
  '': 'feuille route|climat confiance|climat affaires|climat peur|groupe travail|conseil sécurité|mise oeuvre|emploi excessif|emploi force|plan travail|programme travail|ordre public',
  '1': 'pauvre|démuni|indigent',
  '1.1': 'extrême pauvreté|grande pauvreté|misère',
  '1.2': 'réduction pauvreté|réduire pauvreté|lutte contre pauvreté|lutter contre pauvreté|pauvreté enfant',
  '1.3':
    'protection social|sécurité social|filet sécurité|filets sécurité|aide social|assistance social|retraite|pension=|pensions=|transfert monétaire|transferts monétaire|allocations=|prestation social|prestations social',
  '1.4':
    'droits fonci|droit foncier|foncier|foncière|titre propriété|titres propriété|concession|litige fonci|accaparement|expulsions forcé|expulsion forcé|accès terre|droit terre|droits terre|terres ancestral|terres coutumi|services de base|services essentiel|héritage|succession|droit propriété|paysans chassé',
  '1.5': 'résilience|vulnérables chocs',
  '2': 'aliment|nourri|faim=|agricol|agricult|paysan|soudure',
  '2.1': 'droit aliment|sécurité aliment|insécurité aliment|faim=|famine|manger',
  '2.2': 'malnutri|nutrition|retard croissance|retards croissance|allaite|sous alimentation|dénutri|malnourri',
  '2.3': 'petits exploitant|petits paysan|petits agricult|revenu paysan',
  '2.4': 'agriculture durable|pesticide|dégradation sols|agroécolog',
  '2.5': 'semence|variétés local|races local',
  '2.a': 'développement rural|recherche agricole|recherche agronom',
  '2.b': 'subventions exportation',
  '2.c': 'prix aliment|prix denrées|prix céréales',
  '3': 'santé|hôpita|hospital|médica|médecin|maladie|patient=|patients=|sanitaire|soins=|malade',
  '3.1':
    'mortalité maternel|santé maternel|décès maternel|accouch|sage femme|sages femmes|obstétri|maternité|femmes enceinte|femme enceinte|en couches',
  '3.2': 'mortalité infantil|mortalité néonat|nouveau né|nouveaux nés|nourrisson|moins cinq ans',
  '3.3': 'vih=|sida=|tuberculose|paludisme|hépatite|épidémi|dengue|choléra',
  '3.4': 'santé mental|psychosocia|psychiatr|psychologi|suicid|cancer|diabète|non transmissible',
  '3.5':
    'usage drogue|usagers drogue|consommat drogue|consomment drogue|consomment drogues|toxicoman|addict|alcool|stupéfiant|désintoxic|dépendance drogue|drogue',
  '3.6': 'sécurité routi|accident route|accidents route|accidents circulation|mortalité routi',
  '3.7':
    'santé reproducti|santé procréati|santé sexuel|planification famil|contracepti|grossesses précoce|grossesse précoce|grossesses adolescent|éducation sexuel|éducation sexualité',
  '3.8':
    'couverture santé|couverture sanitaire|assurance maladie|accès soins|accès santé|soins santé|services santé|droit santé|soins médic|soins abordab|soins gratuit',
  '3.9': 'pollution air|toxique|mercure|saturnisme|plomb=|produits chimique dangereux',
  '3.a': 'tabac|tabagi',
  '3.b': 'vaccin|médicament',
  '3.c': 'personnel santé|personnel soignant|soignant|infirmi|personnel médic',
  '3.d': 'pandémi|urgence sanitaire|urgences sanitaire|alerte sanitaire',
  '4': 'éducat|école|écoli|scola|tous élèves|chaque élève|enseign|université|étudiant|alphab|apprentissage|manuels=',
  '4.1':
    'enseignement primaire|enseignement secondaire|éducation gratuit|école gratuit|frais scola|frais scolarité|abandon scolaire|décrochage|scolarité obligatoire|école primaire|droit éducation|accès éducation|accès école|taux scolarisation|éducation qualité|enseignement gratuit|scolaris',
  '4.2': 'petite enfance|préscolaire|école maternelle|écoles maternelle|jardins enfants',
  '4.3': 'formation professionnel|enseignement supérieur|enseignement technique|université',
  '4.4': 'compétences professionnel|compétences numéri|formation jeunes',
  '4.5':
    'scolarisation filles|éducation filles|éducation inclusi|école inclusi|langue maternel|enseignement bilingue|accès filles|éducation minorité|enfants handicapés école|langues minorit|langues autochton',
  '4.6': 'alphabét|illettr|analphab|lire écrire',
  '4.7':
    'éducation droits|enseignement droits|formation droits homme|éducation paix|manuels scolaire|programmes scolaire|sensibilisation droits|culture paix',
  '4.a':
    'bâtiments scolaire|harcèlement scolaire|violence école|violences école|violence milieu scolaire|salles classe',
  '4.b': 'bourse=|bourses=',
  '4.c':
    'enseignants qualifi|formation enseignant|former enseignant|nombre enseignant|salaire enseignant|formation maîtres',
  '5': 'femme|fille=|filles=|fillette|genre|sexospécif|sexiste|sexisme|cedef|cedaw|fémini|féminis|entre sexes',
  '5.1':
    'discrimination femmes|discrimination égard femmes|discriminations égard femmes|discrimination contre femmes|discrimination fondée sexe|égalité sexes|égalité genre|égalité entre femmes|égalité entre hommes|égalité femmes|stéréotyp|patriarc|droits femmes',
  '5.2':
    'violence femmes|violences femmes|violence égard femmes|violences égard femmes|violence contre femmes|violences contre femmes|violences faites femmes|violence faite femmes|violence domestique|violences domestique|violence conjugal|violences conjugal|violence familial|violences familial|violences sexuel|violence sexuel|violence sexiste|violences sexiste|violence fondée genre|violences fondées sexe|violences fondées genre|viol=|viols=|féminicid|harcèlement sexuel|refuges victimes|foyers accueil|hébergement victimes|crimes honneur|abus sexuel|convention istanbul',
  '5.3':
    'mariage enfant|mariages enfant|mariage précoce|mariages précoce|mariage forcé|mariages forcé|mutilation|excision|pratiques néfastes|pratiques préjudiciab|pratiques traditionnelles|âge mariage|âge minimum mariage|âge légal mariage',
  '5.4':
    'soins non rémunér|travail domestique non|travaux domestiques non|travail non rémunér|tâches ménag|travaux ménag|congé parental|congé paternité|congé maternité|crèche|garde enfants',
  '5.5':
    'participation femmes|participation politique femmes|représentation femmes|femmes politique|femmes parlement|femmes postes|femmes candidat|candidates=|femmes décision|femmes prise décision|femmes dirigeant|quota|parité|proportion femmes|femmes vie publique|femmes conseils|place femmes',
  '5.6':
    'droits reproductif|droits procréat|avortement|ivg=|interruption grossesse|interruption volontaire|sexuelle et procréat|contracepti',
  '5.a':
    'femmes rural|accès femmes terre|femmes terre|femmes hérit|droits succession femmes|autonomisation économique|entrepreneures=|femmes entrepreneur|accès femmes crédit|femmes accès crédit',
  '5.b': 'femmes technolog|cyberviolence|violence en ligne|fracture numérique entre sexes',
  '5.c':
    'politique genre|budgétisation sensible|intégration genre|perspective genre|stratégie genre|plan action genre|ministère femmes|promotion femmes|autonomisation femmes|émancipation femmes|politique égalité',
  '6': 'eau=|eaux=|assainiss|hygièn',
  '6.1': 'eau potable|eau salubre|eau propre|accès eau|droit eau|approvisionnement eau|points eau|distribution eau',
  '6.2': 'assainiss|toilette|latrine|hygièn|menstru|défécation',
  '6.3': 'eaux usées|pollution eau|qualité eau|égout|pollution rivières|rivières pollu',
  '6.4': 'pénurie eau|manque eau|sécheresse|stress hydrique',
  '6.5': 'gestion eau|ressources en eau|transfrontalière|hydroélectri|barrage|bassin fluvial',
  '6.6': 'zones humides|fleuve|rivière|lac=|lacs=',
  '7': 'énergie|énergét|électri',
  '7.1': 'accès électri|électrification|accès énergie|électricité|énergie abordab',
  '7.2': 'renouvelable|solaire|éolien',
  '7.3': 'efficacité énergét',
  '8': 'emploi|travail|salari|salaire|employeu|main oeuvre|oit=|chômage|syndica|ouvrier|ouvrière',
  '8.1': 'croissance économique',
  '8.3':
    'petites moyennes entreprises|pme=|microfinance|entrepreneur|création emploi|créer emploi|secteur informel|économie informel|travailleurs informel',
  '8.5':
    'travail décent|emploi décent|égalité salar|égalité rémunération|écart salar|écarts salar|écart rémunération|écarts rémunération|salaire égal|chômage|plein emploi|droit travail=|marché travail|emploi personnes|accès emploi|possibilités emploi',
  '8.6': 'chômage jeunes|emploi jeunes|insertion jeunes|insertion professionnel jeunes',
  '8.7':
    'travail enfants|travail forcé|travail infant|traite personnes|traite êtres|traite humain|traite enfants|traite femmes|contre traite=|victimes traite|trafic personnes|trafic êtres|esclav|servitude|pires formes|exploitation travail|enfants travail',
  '8.8':
    'syndica|travailleurs migrant|travailleuses migrant|travailleurs domestique|travailleuses domestique|employées maison|employés maison|santé sécurité travail|droits travailleu|conditions travail|salaire minimum|négociation collect|droit grève|grève|inspection travail|inspecteurs travail|code travail|agences recrutement|sécurité travail|accidents travail',
  '8.9': 'tourism|touristi',
  '8.10': 'inclusion financière|compte bancaire|comptes bancaire|microcrédit|services bancaire',
  '8.b': 'stratégie emploi jeunes',
  '9': 'infrastructur|industri|innovation',
  '9.1': 'routes=|route=|infrastructures transport|infrastructures rural|ponts=|désenclav',
  '9.2': 'industrialis',
  '9.5': 'recherche scientifi|chercheur|scientifique',
  '9.c':
    'accès internet|haut débit|connectivité|coupures internet|coupure internet|fracture numéri|réseau mobile|internet=|couverture mobile|réseau téléphon',
  '10': 'inégalit|discriminat|minorit|égalité|migrant|réfugié|marginalis|groupes vulnérab',
  '10.1': 'inégalités revenu|écarts revenu|écart revenu',
  '10.2':
    'inclusion social|handicap|lesbien|gay=|gays=|transgenre|intersex|même sexe|langue signes|personnes âgées|âgées=|lgbt|orientation sexuel|identité genre|autochton|indigène|minorités ethni|minorité ethni|minorités relig|albin|rom=|roms=|caste|afrodescend|ascendance africain|intégration social|exclusion',
  '10.3':
    'lutte contre discriminat|lutter contre discriminat|antidiscriminat|non discriminat|discrimination racial|racism|racist|xénophob|discours haine|propos haineux|incitation haine|égalité chances|discriminatoire|crimes haine|intoléran|profilage racial',
  '10.4': 'politique fiscal|politique salarial|impôt progressif|redistribut|fiscalité',
  '10.7':
    'migrat|migrant|asile=|réfugié|refoulement|apatrid|immigr|déplacé=|déplacés=|déplacées=|déplacements forcé|expulsion étrangers|expulsions collect|rohingya',
  '10.b': 'aide publique développement|investissement étranger|investissements étranger',
  '10.c': 'envois fonds|transferts fonds migrant|envoi argent',
  '11': 'urbain|urbanis|ville=|villes=|municipal|logement|habitat|sans abri',
  '11.1':
    'logement convenable|logement décent|droit logement|logement|bidonville|sans abri|logements abordable|logements soci|habitat informel|quartiers informel|quartiers précaire|expulsions forcé|sans domicile|mal logé',
  '11.2': 'transports publics|transport public|transports commun|bus=|transports accessib|mobilité personnes',
  '11.3': 'urbanisme|planification urbaine|aménagement urbain',
  '11.4': 'patrimoine|droits culturel|temples=|sites culturel',
  '11.5': 'catastrophe|inondation|cyclone|séisme|tremblement terre|glissements terrain|typhon|ouragan',
  '11.6': 'qualité air|gestion déchets|ordures=|déchets ménag',
  '11.7': 'espaces publics|espace public|parcs=|espaces verts|aires jeu',
  '11.b': 'risques catastrophe|réduction risques|sendai',
  '12': 'consommation responsable|consommateur|entreprises=|production responsable',
  '12.2': 'ressources naturelles|extraction sable|extracti|minière|minières|minier',
  '12.3': 'gaspillage aliment|pertes aliment',
  '12.4': 'déchets dangereux|produits chimique|déchets toxique|substances chimique',
  '12.5': 'recycl|plastique|réduction déchets',
  '12.6':
    'entreprises droits homme|entreprises=|diligence raisonnable|devoir vigilance|devoir diligence|principes directeurs relatifs entreprises|secteur privé|multinational|transnational|chaînes approvisionnement',
  '12.7': 'marchés publics|achats publics|commande publique',
  '12.c': 'combustibles fossiles|énergies fossiles',
  '13': 'climat|effet serre|accord paris|réchauffement',
  '13.1':
    'adaptation climat|adaptation changement|adaptation effets|plan adaptation|plans adaptation|catastrophes climati|résilience climati|effets changement|effets climati|effets changements climati|conséquences changement|catastrophes naturelle|niveau mer|montée eaux|dérèglement climatique',
  '13.2':
    'politique climati|émissions|contribution déterminée|loi climat|stratégie climat|action climati|atténuation changement|atténuation effets|accord paris|carbone',
  '13.3': 'éducation climat|sensibilisation climat|alerte précoce',
  '13.a': 'financement climat|fonds climat|fonds vert',
  '14': 'océan|marin=|marine=|marins=|marines=|mer=|mers=|côtier|côtière|littora|pêche=|pêcheu|halieut|poisson',
  '14.1': 'pollution marine|marée noire|marées noires|déchets marins',
  '14.2': 'côtier|côtière|littora|mangrove|corail|corau|récif',
  '14.4': 'surpêche|pêche illégal|pêche illicite|chalutier',
  '14.5': 'aires marines|réserve marine',
  '14.b': 'pêcheu|pêche artisanal|communautés pêche',
  '14.c': 'droit mer',
  '15': 'forêt|forest|biodivers|faune|flore|écosyst|environnement|dégradation terres|bois=',
  '15.1':
    'écosyst|aires protégées|zones protégées|protection environnement|impact environnement|défenseurs environnement|environnement sain|dégradation environnement|droit environnement|étude impact|études impact',
  '15.2': 'déforest|déboisement|forêt|forest|coupe illégal|coupes illégal|abattage|reboisement|exploitation forest',
  '15.3': 'désertif|dégradation terres|sols=',
  '15.4': 'montagnes=|montagneux',
  '15.5': 'biodivers|espèces=|extinction',
  '15.6': 'ressources génétique|savoirs traditionnel|connaissances traditionnel',
  '15.7': 'braconn|espèces sauvage|faune sauvage',
  '16': 'justice|loi=|lois=|législati|tribuna|juge=|juges=|judiciaire|police|policier|défenseurs droits|libert|prison|tortur|détention|ratifi|constitution|impunité|paix=|démocrat|société civile|parlement|forces sécurité|forces ordre|protocole facultatif|code pénal|état droit',
  '16.1':
    'homicide|meurtre|extrajudiciaire|disparitions forcé|disparition forcé|disparitions=|disparition=|peine mort|peine capital|usage excessif force|recours excessif|recours force|emploi excessif force|emploi force|violences polici|violence polici|brutalités polici|violence=|violences=|exécution sommaire|exécutions=|conflit armé|mines antipersonnel|moratoire|abolir peine|abolition peine|condamnés mort|deuxième protocole',
  '16.2':
    'violence enfants|violences enfants|violence contre enfants|violences contre enfants|maltraitance|châtiments corporel|punitions corporel|exploitation sexuel enfants|tortur|mauvais traitements|traitements inhumain|enfants soldats|protection enfan|protection enfance|justice mineurs|justice juvénil|enfants rue|orphelinat|vente enfants|traite enfants|abus sexuel enfants|droits enfant|recrutement enfants|cat=|opcat',
  '16.3':
    'état droit|primauté droit|accès justice|aide juridictionnel|aide juridique|aide judiciaire|assistance juridique|procès équitable|indépendance justice|indépendance judiciaire|indépendance pouvoir judiciaire|indépendance magistrat|indépendance juges|pouvoir judiciaire|magistrat|judiciaire|juge=|juges=|procureur|détention préventive|détention provisoire|détention|détenu|prison|carcér|pénitentiaire|arrestations arbitraire|arbitraire|garde vue|impunité|avocat|réparation|justice transition|recours utile|recours effectif|surpopulation|tribuna|enquête|poursuites=|poursuivre auteurs|poursuivre en justice|traduire en justice|auteurs=|cour pénale|statut rome|réforme judiciaire|réforme justice|système judiciaire',
  '16.4': 'criminalité organisée|trafic armes|blanchiment|armes légères|terroris|armes=|flux financiers illicites',
  '16.5': 'corrupt|corrompu|pot vin|pots vin|détournement|enrichissement illicite',
  '16.6':
    'transparen|bonne gouvernance|institutions publi|administration publi|fonction publi|services publics|mécanisme national suivi|mécanisme suivi|contrôle parlement|capacités institution|budget public|responsabilité publique|redevabilité',
  '16.7':
    'élection|élector|vote=|voter=|scrutin|opposition=|partis politique|parti politique|participation politique|participation vie|participation publique|participation citoyen|prise décision|consulter société|consultation|pluralis|multipart|libres équitable|libres régulière|consentement préalable|consentement libre|participation jeunes|dialogue politique|affaires publiques',
  '16.9':
    'enregistrement naissance|enregistrer naissance|déclaration naissance|enregistrer chaque naissance|enregistrer toutes naissances|naissances=|état civil|acte naissance|actes naissance|certificat naissance|pièces identité|documents identité|carte identité|cartes identité|identité juridique|nationalité|apatrid|citoyenneté|sans papiers',
  '16.10':
    'liberté expression|liberté opinion|liberté réunion|liberté association|réunion pacifi|réunir pacifi|manifester pacifi|rassemblements pacifi|manifestation|manifestant|liberté presse|presse=|média=|médias=|médiatique|journalis|accès information|diffamation|défenseurs droits|défenseuses droits|espace civique|espace société civile|société civile|organisations non gouvernement|ong=|liberté internet|censur|liberté religion|liberté relig|liberté culte|liberté conscience|liberté pensée|liberté circulation|vie privée|surveillance masse|surveillance électronique|surveillance communications|militant|représailles|libertés fondamental|blogueu|lèse majesté|loi presse|associations=|internet libre',
  '16.a':
    'institution national droits|institutions national droits|commission national droits|principes paris|médiateur=|ombuds|défenseur peuple|mécanisme national prévention|protecteur citoyen',
  '16.b': 'loi discriminat|lois discriminat|loi contre discriminat|loi antidiscriminat|loi générale contre|discriminat',
  '17': 'coopération|partenariat|assistance technique|soutien international|communauté internationale|appui international',
  '17.1': 'recettes fiscal|perception impôts|recouvrement impôts|ressources intérieures',
  '17.2': 'aide développement|aide publique développement',
  '17.3': 'ressources financière|financement développement|mobiliser ressources',
  '17.4': 'dette=|dettes=|endettement',
  '17.9': 'renforcement capacités|renforcer capacités|assistance technique|coopération technique',
  '17.10': 'commerce mondial|organisation mondiale commerce',
  '17.11': 'exportations=',
  '17.14': 'cohérence politiques|programme 2030|objectifs développement durable|odd=',
  '17.16': 'partenariat mondial|coopération internationale|sud sud|coopération régional',
  '17.17':
    'partenariat société civile|partenariats société civile|coopération société civile|dialogue société civile|collaboration société civile|partenariats public',
  '17.18': 'ventil|statisti|collecte données|collecter données|recueil données|données=|recensement|désagrég',
};
