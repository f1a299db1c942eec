import { decidedLimits } from './limits-decided.ts';

/** Every cap that is applied before something is trusted, with its unit and its reason. */
export const limits = {
  /** Bytes of one WebSocket frame: a pasted sheet of 200 rows is about 400 KB as an update; 4 MB leaves room for a long time offline. */
  frameBytes: 4 * 1024 * 1024,
  /** Bytes (UTF-8) of what a page says in one awareness state: a cell and a cursor need under 500. */
  awarenessBytes: 1024,
  /** Awareness states that are shown of one person in one room: each of that person's pages needs one, and one that was reloaded leaves a second for half a minute. */
  awarenessPerPerson: 8,
  /** Bytes (UTF-8) of all that is shown of one person in one room: eight pages need some 3 KB, with a name. */
  awarenessBytesPerPerson: 4 * 1024,
  /** Bytes (UTF-8) of all that is shown in one room: five hundred people need some 250 KB. Whoever comes in is sent all of it. */
  awarenessBytesPerRoom: 512 * 1024,
  /** Bytes of presence per second that a room sends to each seat for long; what is more gathers, so that only the last of each state travels. Twenty people who type need half of it. */
  awarenessBytesPerSecond: 64 * 1024,
  /** Yjs client ids that one connection may say to be: a page has one; where tabs of a browser talk to each other, a person's tabs repeat each other's. */
  clientIdsAnnounced: 64,
  /** Yjs client ids that one connection may speak for in one room: a page has one, and words written offline bring those of earlier pages. */
  clientIdsPerConnection: 1_000,
  /** Yjs client ids under which one person may have written in one document: each page that wrote something is one. */
  clientIdsPerPerson: 2_000,
  /** Yjs client ids under which anybody may have written in one document: sixty people with hundreds of pages each. */
  clientIdsPerDocument: 40_000,
  /** Yjs client ids under which nobody has written before, in one update: a page has one, and words written offline bring those of earlier pages. */
  clientIdsPerUpdate: 50,
  /** Such ids of one person in one document at once, and milliseconds after which there may be one more: each page that is loaded and written on is one. */
  clientIdsBurst: 100,
  clientIdMs: 6_000,
  /** Bytes of a state vector: each client id that ever wrote in a document needs some 8. */
  stateVectorBytes: 512 * 1024,
  /** Bytes of one awareness frame: twice all that a room shows, which y-websocket repeats in one frame. */
  awarenessFrameBytes: 1024 * 1024,
  /** Awareness states that are shown in one room: one for each socket of a full one. */
  awarenessPerRoom: 2_500,
  /** Entries of one awareness frame: twice what a room shows, since y-websocket tells in one frame who has gone, and may hear of new ones before it hears of that. */
  awarenessEntries: 5_000,
  /** Entries of one awareness frame that the server sends: whatever comes and goes, what y-websocket repeats of it stays far below what is refused. */
  awarenessEntriesSent: 2_500,
  /** Awareness entries that are read of one person at once, from all tabs: coming into a full room four times over; and per second for long: three pages in a room that is told as much as it may be. Each costs up to 4 microseconds. */
  entriesBurst: 10_000,
  entriesPerSecond: 2_000,
  /** Frames and bytes of presence that one person may send back unasked, from all tabs: seconds of what a dozen pages are sent, while a slow machine stands still. */
  echoFrames: 2_400,
  echoBytes: 4 * 1024 * 1024,
  /** Structs (insertions that are not one run) in one update: a pasted sheet of 200 rows has about 10,000, and each costs some 8 microseconds. */
  structsPerUpdate: 50_000,
  /** Ranges that one update newly deletes: clearing a table of 200 rows has about 10,000. */
  rangesPerUpdate: 50_000,
  /** Ranges that one update names: y-websocket repeats all that was ever deleted when it comes back, and no document has more than its structs. */
  rangesNamed: 300_000,
  /** Structs of one document, with what is on its way: a workshop of three days has some 100,000; each takes up to a kilobyte of memory. */
  structsPerDocument: 300_000,
  /** Structs that may be on their way to the disk in one document: two of the largest updates; each takes up to a kilobyte of memory beside the document. */
  structsUnderWay: 100_000,
  /** Shared types around one another: a list in a list in a cell's text has about ten; Yjs goes through all of them for each change, and through some by recursion. */
  typeDepth: 40,
  /** Root types of one document: the board's have five at most. */
  rootTypes: 64,
  /** Steps of work (see room/weigher.ts) that one update may cost at most without being tried out first, some 0.1 microseconds each. */
  stepsPerUpdate: 200_000,
  /** Steps that one person may cost one room at once and per second for long; what is more waits. */
  stepsBurst: 2_000_000,
  stepsPerSecond: 500_000,
  /** Steps that it costs to find that somebody may not do what was sent. */
  stepsPerRefusal: 5_000,
  /** Steps that a document may cost when it is opened without being tried out before: of its texts the longest has some 2,000 items. */
  stepsToOpen: 10_000_000,
  /** Milliseconds of work that may lie behind the latest snapshot of a document that opens slowly: whoever opens it after a crash waits for it. Then nothing that costs more than some steps is taken there. */
  replayMs: 10_000,
  stepsWhereSlow: 5_000,
  /** Milliseconds of work that an update may take where it is tried out, and those that a document with it may take to open. */
  trialApplyMs: 300,
  trialOpenMs: 1_000,
  /** Milliseconds of work, and milliseconds in any case, after which a trial is given up: others wait for it. */
  trialMs: 5_000,
  trialWaitMs: 30_000,
  /** Trials that wait on the whole server: there is one thread for them, and who would wait behind more had better come back. */
  trialsWaiting: 64,
  /** Trials of one person that wait, beside the one that runs: honest writing seldom needs one, and two tabs may need one each. */
  trialsPerPerson: 2,
  /** Times that one update is tried: each may grow more dear while it waits. */
  trialsPerUpdate: 4,
  /** Bytes that may wait in one document behind what is tried out or waits for its turn: four whole frames; they are in memory while a trial takes seconds. */
  bytesBehindTrials: 16 * 1024 * 1024,
  /** Values in one list: the board's own lists are one value each. */
  valuesPerList: 1_000,
  /** Values inside one value of a document, and inside all of one update: the longest is the note of what taking in 2,000 recommendations has changed, some 14,000. */
  valuesPerValue: 40_000,
  valuesPerUpdate: 200_000,
  /** UTF-16 units of a name in a document, of a root, a key, an element or a mark: ids have 12, the board's own names fewer than 40. */
  nameLength: 200,
  /** Bytes of what a mark in a text says: the board's longest are addresses of links. */
  markBytes: 16 * 1024,
  /** Levels of lists and objects inside one value of a document: the board's own values have at most two. */
  valueDepth: 20,
  /** Times that one person may ask for a document's state at once, from all tabs: a page asks when it connects. */
  stateAsks: 40,
  /** Milliseconds after which the person may ask once more. */
  stateAskMs: 3_000,
  /** Structs that are written at once for the answers to one person in one document, and per second for long: a workshop of three days has some 100,000, which five new tabs may ask for at once, and forty that come back. Each costs some 0.3 microseconds; what is more waits. */
  structsAnswered: 600_000,
  structsAnsweredPerSecond: 150_000,
  /** Bytes of one document's full state; above it writing is refused and the person is told. */
  documentBytes: 32 * 1024 * 1024,
  /** Bytes that a document may have accepted while the disk refuses them; whoever writes more is sent away for a while. */
  unstoredBytes: 16 * 1024 * 1024,
  /** Frames one person may send at once, from all tabs: coming back with forty sockets takes some two hundred. */
  frameBurst: 600,
  /** Frames per second one person may send for long: a fast typist with a cursor needs some twenty. */
  framesPerSecond: 80,
  /** Bytes one person may send at once: a whole frame and some; a pasted sheet of 200 rows is about 400 KB. */
  bytesBurst: 5 * 1024 * 1024,
  /** Bytes per second one person may send for long: a typist needs some 2 KB. */
  bytesPerSecond: 256 * 1024,
  /** Pieces, such as the network delivers and browsers send large messages in, of messages that they leave unfinished, that count as one frame: at 500 bytes a piece the largest message has 8,000. */
  piecesPerFrame: 32,
  /** Such pieces of one frame, and parts of one message: the largest message in pieces of 256 bytes, and in parts of a kilobyte. Browsers make parts of some 128 KB. */
  piecesPerMessage: 16_384,
  partsPerMessage: 4_096,
  /** Bytes of memory that one person's unfinished messages may take, from all tabs together: two of the largest in small pieces, four in large ones. */
  unfinishedBytesPerPerson: 16 * 1024 * 1024,
  /** Bytes of memory that all people's unfinished messages may take: five hundred people who all paste a sheet at once, on a slow network, need as much. */
  unfinishedBytesInAll: 256 * 1024 * 1024,
  /** Bytes that must come in each minute of a message that is under way so long: below it nobody can work; a line of the slowest mobile network brings ten times as much. */
  unfinishedBytesPerMinute: 8 * 1024,
  /** Milliseconds for which it is remembered what a person without sockets has sent: after that everything may be sent again anyhow. */
  allowanceMemoryMs: 30_000,
  /** Bytes waiting to be sent to one slow reader before it is dropped to a resync. */
  outboxBytes: 1024 * 1024,
  /** Bytes of large messages that wait for one person's sockets together: a document at its limit, and some. */
  outboxBytesPerPerson: 40 * 1024 * 1024,
  /** Bytes that wait for all slow readers together; what many wait for counts once. A hall on a bad network holds some megabytes. */
  outboxBytesInAll: 256 * 1024 * 1024,
  /** Sockets in one document: the largest hall we know of, four times over. */
  socketsPerRoom: 2_500,
  /** Upgrades that are being looked at, of one network and on the whole server: a hall behind one router that comes in at once needs some hundreds for a moment. */
  upgradesPerNetwork: 1_000,
  upgradesInAll: 4_000,
  /** Upgrades that are being turned away with a reason, likewise: each takes up to a second. Whoever comes too much gets a bare refusal and tries again. */
  turnedAwayPerNetwork: 500,
  turnedAwayInAll: 2_000,
  /** Sockets one person may hold in one workshop: a few tabs with five documents each. */
  socketsPerPerson: 40,
  /** Bytes of one HTTP command's body: the demonstration's groups or a block's reason need under 64 KB. */
  commandBytes: 256 * 1024,
  /** Lists, objects, names and commas of one HTTP command, those in words not counted: all people of the largest workshop marked as absent are 5,400. Each costs up to a microsecond before anybody asks who sends it. */
  commandParts: 10_000,
  /** Those of a workshop's file: a megabyte of short cells has some 145,000, and the largest file 1,750,000. */
  fileParts: 2_000_000,
  /** Levels of lists and objects in a body: sixteen lists in one another, in a cell of a file, have some sixty. */
  jsonDepth: 100,
  /** HTTP connections of one network and on the whole server, beside sockets: five hundred browsers behind one router hold six each. Each takes 10 to 30 KB, and up to 85 KB where something waits on it that nobody reads; beyond them the one goes that has done nothing for longest. */
  connectionsPerNetwork: 5_000,
  connectionsInAll: 12_000,
  /** Requests of one connection that wait for the answer to the one before: browsers send none ahead. */
  requestsAhead: 3,
  /** Milliseconds in which nothing comes or goes over an HTTP connection before it is let go of: a phone in a hole of the Wi-Fi is back within a minute. */
  connectionSilenceMs: 120_000,
  /** Header lines of one request that are looked at: browsers send some twenty, and proxies add ten. */
  headerLines: 200,
  /** Bytes of bodies that have not come in whole, of one network and on the whole server: a hall that votes at once needs two megabytes, a workshop's file twelve. */
  bodyBytesPerNetwork: 32 * 1024 * 1024,
  bodyBytesInAll: 96 * 1024 * 1024,
  /** Bytes of the beginnings of such bodies, likewise: of each the first seven kilobytes at most, which are the whole of most commands. */
  beginningBytesPerNetwork: 8 * 1024 * 1024,
  beginningBytesInAll: 24 * 1024 * 1024,
  /** Milliseconds in which a body must be there, bytes by which it must have gone on in them where it takes longer (a workshop's file over a hall's Wi-Fi; no command has more), and how often it may. */
  bodyWaitMs: 30_000,
  bodyBytesPerWait: 256 * 1024,
  bodyWaits: 6,
  /** Pieces that a body may come in, and bytes of it for each further one: networks cut at 500 bytes or more. Each piece costs some microseconds, however small. */
  bodyPieces: 100,
  bytesPerPiece: 256,
  /** Characters (UTF-16 units) of a title, a name, an organisation. */
  shortText: 200,
  /** Devices that one person has brought in beside the first, at once and ever: a phone, a tablet, and again after some were ended. */
  devicesPerPerson: 3,
  devicesEver: 20,
  /** Milliseconds in which another device comes in by a code, and how many such codes wait on the whole server. */
  deviceLinkMs: 10 * 60_000,
  deviceLinks: 10_000,
  /** Links to the adopted charter at once: one for each of those whom it is sent to. */
  charterCopies: 20,
  /** Characters (UTF-16 units) of one text in the live view; a projector shows some hundreds. */
  shownText: 2_000,
  /** Priorities, actions of a priority and contributions of one group in the live view: twenty-five times what a group presents. */
  shownRows: 50,
  /** Characters (UTF-16 units) of one group's priorities in the live view, and of its contributions: thirty times what a group presents; it goes to every phone at each of its changes. */
  shownGroupText: 50_000,
  /** Characters (UTF-16 units) of changes that each phone is sent per second for long: eleven groups that type at once need as much. What a group writes must not fill the hall's network. */
  patchTextPerSecond: 64 * 1024,
  /** Rows, and actions and risks together, of one strategy that are read for the live view: as many rows as a catalogue has, each with five. */
  readRows: 2_000,
  readParts: 10_000,
  /** Characters (UTF-16 units) of one cell, and of all cells of a strategy, that are read for the live view: of more than that only whether something stands there. */
  readCellText: 20_000,
  readText: 1_000_000,
  /** Milliseconds after which reading a document is dear, and how many times as long it is then left alone, and all others that are dear. */
  dearReadingMs: 50,
  restPerReading: 20,
  restPerDearReading: 4,
  /** Characters of a block's reason or a reservation. */
  reasonText: 2000,
  /** Bytes of a secret ballot's body, or of a lift's, filled up so that its length tells nothing: the longest reason in a script of three bytes a letter, and the rest. */
  sealedBytes: 6400,
  /** Bytes of the answer to it, filled up likewise: the longest of them has some 150. */
  sealedAnswerBytes: 256,
  /** Characters of a minority note: one line in print. */
  noteText: 300,
  /** Ballots that a facilitator enters at once for people without a phone: a large hall on paper. */
  handBallots: 300,
  /** Minutes for amending an item that was blocked: a day. */
  slotMinutes: 1_440,
  /** Characters of one comment: a page's paragraph, so that what is longer goes into the strategy. */
  commentText: 2000,
  /** Characters of one shared text by one's own hands, forms counted in: forty printed pages, which no table cell needs, and three bytes each stay far below one frame. */
  cellText: 100_000,
  /** Characters that one paste writes, forms counted in: 600 full rows; at three bytes each it stays below one frame, and below the structs of one update. */
  pasteText: 1_000_000,
  /** Characters of markup that are looked at: word processors write some twenty for each of a text. */
  pasteMarkup: 20_000_000,
  /** Characters that each paragraph, list item, span of words and form of it counts for beside its words: each is two structs, of which an update has 50,000. */
  formWeight: 60,
  /** Characters that a row or an action counts for when it is added: some fifteen structs. */
  rowWeight: 500,
  ...decidedLimits,
  /** Settled amendments in the live view: the latest, so that people see what became of theirs. */
  shownAmendments: 60,
  /** Themes that a screen lists, and overlaps that a hall talks about. */
  shownThemes: 12,
  shownOverlaps: 60,
  /** Beside them, overlaps that are decided, so that a decision can be taken back. */
  shownDecided: 30,
  /** Characters (UTF-16 units) of a theme's name and of a recommendation's words beside an overlap. */
  shownLine: 160,
  /** Overlaps that something was decided about: three times what is shown. */
  decidedOverlaps: 200,
  /** Screens that wait to be let in, on the whole server and from one address: a hall has a handful. */
  waitingScreens: 1_000,
  waitingScreensPerAddress: 50,
  /** Steps of an agenda that are read: a week of workshops, hour by hour. */
  agendaSteps: 100,
  /** Characters of a step's objective. */
  objectiveText: 500,
  /** Seconds of a timer: a week, so that no length that a hall could mean is refused. */
  timerSeconds: 7 * 24 * 3600,
  /** Characters of a message to the hall: what is read in passing. */
  messageText: 280,
  /** Milliseconds from a vote's closing in which blocks on it can be lifted, in times for amendments that are opened again: a night lies between two days of a workshop. */
  liftTime: 24 * 3600 * 1000,
  /** Messages that are kept to be read again; the oldest go first. */
  messages: 20,
  /** Groups in a workshop: twice the largest we know of. */
  groups: 40,
  /** People in a workshop at once: ten times the largest hall, so that a script cannot fill the disk with names. */
  people: 5_000,
  /** With those whom the facilitator's key or a facilitator lets in: a workshop that somebody has filled can still be led. */
  peopleInAll: 5_100,
  /** New people whom one network brings into a workshop with one join code in a row, two of the largest halls; and milliseconds after which there may be one more. */
  newcomersPerNetwork: 1_000,
  newcomerMs: 10_000,
  /** People who must join again and are all listed: where there are more, only those of whom something is left. */
  listedAway: 200,
  /** Recommendations in a catalogue: the largest review so far has under 500. */
  recommendations: 2000,
  /** Bytes of a recommendation list that is pasted or dropped. */
  catalogueFileBytes: 40 * 1024 * 1024,
  /** Bytes of the file that a workshop is taken up from: eleven groups with twenty full rows each have about one. */
  workshopFileBytes: 12 * 1024 * 1024,
  /** Such files that are read or wait for it, of one network and on the whole server: each is in memory as a whole, and may take a minute. */
  filesTakenUpPerNetwork: 1,
  filesTakenUp: 4,
  /** Closed votes that are taken up with it: a charter of a hundred items, each asked ten times. */
  votesTakenUp: 1_000,
  /** Presentations that are taken up with it, and what was said in them: forty groups, each twenty-five times; as much as ten full halls say. */
  presentationsTakenUp: 1_000,
  feedbackTakenUp: 20_000,
} as const;
