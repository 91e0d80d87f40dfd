// What programs put on the clipboard, in the shapes that they give it, around words of our own.

const WORDKOP = `<html xmlns:v="urn:schemas-microsoft-com:vml"\r
xmlns:o="urn:schemas-microsoft-com:office:office"\r
xmlns:w="urn:schemas-microsoft-com:office:word"\r
xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">\r
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">\r
<link rel=themeData href="file:///C:/Temp/msohtmlclip1/01/clip_themedata.thmx">\r
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\r
<style>\r
<!--\r
 /* Style Definitions */\r
 p.MsoNormal, li.MsoNormal, div.MsoNormal\r
	{mso-style-unhide:no;margin:0cm;font-size:11.0pt;color:red}\r
p.MsoCommentText {mso-style-priority:99}\r
span.msoIns\r
	{mso-style-type:export-only;mso-style-name:"";text-decoration:underline;text-underline:single;color:teal;}\r
span.msoDel\r
	{mso-style-type:export-only;mso-style-name:"";text-decoration:line-through;color:red;}\r
span.Doorgehaald\r
	{mso-style-name:Doorgehaald;text-decoration:line-through}\r
@page WordSection1 {size:595.3pt 841.9pt;}\r
 @list l0:level1 {mso-level-number-format:bullet;mso-level-text:\\F0B7;}\r
-->\r
</style><!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>\r
<body lang=NL style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->\r
`;
const WORDVOET = '<!--EndFragment-->\r\n</body>\r\n</html>';

function word(binnen: string): string {
  return `${WORDKOP}${binnen}${WORDVOET}`;
}

function wordpunt(stijl: string, teken: string, tekst: string, plek = 'Middle'): string {
  return (
    `<p class=MsoListParagraphCxSp${plek} style='text-indent:-18.0pt;mso-list:${stijl}'><![if !supportLists]>` +
    `<span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${teken}<span ` +
    `style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${tekst}<o:p></o:p></p>\r\n\r\n`
  );
}

/** As Word puts it on the clipboard, with all that it puts around the words. */
export const WORD = word(
  `<h1 style='margin:0'>Plan<o:p></o:p></h1>\r
\r
<p class=MsoNormal>Gewoon <b>vet</b> <span style='font-weight:bold;color:red'>ook vet</span> <i>schuin</i>\r
<a href="javascript:alert(1)" onclick="alert(2)">link</a><img src="/volgplaatje.png" onerror="alert(3)">\r
<script>alert(4)</script><o:p></o:p></p>\r
\r
<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r
\r
<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r
\r
` +
    wordpunt('l0 level1 lfo1', '·', 'een', 'First') +
    wordpunt('l0 level2 lfo1', 'o', 'onder') +
    wordpunt('l0 level1 lfo1', '·', 'twee', 'Last') +
    wordpunt('l1 level1 lfo2', '1.', 'eerste', 'First') +
    wordpunt('l1 level1 lfo2', '2.', 'tweede', 'Last') +
    wordpunt('l2 level1 lfo3', '1.', 'opnieuw', 'First') +
    wordpunt('l3 level1 lfo4', '7)', 'zeven', 'Last') +
    `<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=301 valign=top><p class=MsoNormal>cel 1<o:p></o:p></p></td>\r
<td width=301><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td>cel 2</td></tr></table>\r
<p class=MsoNormal>slot<br>\r
regel<o:p></o:p></p>`,
);

/** Letters and Roman numbers, and the ninth letter, which could be the first number. */
export const WORD_LETTERS = word(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    .map((letter) => wordpunt('l0 level1 lfo1', `${letter}.`, `letter ${letter}`))
    .join('') +
    ['i', 'ii', 'iii', 'iv', 'v'].map((cijfer) => wordpunt('l0 level2 lfo1', `${cijfer}.`, cijfer)).join('') +
    wordpunt('l1 level1 lfo2', 'a.', 'weer a'),
);

/** Headings that Word numbers. */
export const WORD_KOPPEN = word(
  `<h1 style='margin-left:21.6pt;text-indent:-21.6pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span\r
style='mso-fareast-font-family:"Calibri Light"'><span style='mso-list:Ignore'>2<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;\r
</span></span></span><![endif]>Wat speelt er<o:p></o:p></h1>\r
<h2 style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>2.1<span>&nbsp; </span></span>Thuis</h2>`,
);

/** Tracked changes, remarks, hidden text and what was struck out. */
export const WORD_WIJZIGINGEN =
  word(`<p class=MsoNormal>Vader mag <span class=msoDel><del cite="mailto:Sanne%20de%20Vries"\r
datetime="2024-03-05T10:30"><span style='mso-bidi-font-weight:bold'>niet</span></del></span><span class=msoIns><ins\r
cite="mailto:Sanne%20de%20Vries" datetime="2024-03-05T10:30">wel</ins></span> alleen met <a\r
style='mso-comment-reference:SV_1;mso-comment-date:20240305T1030'>de kinderen</a><span\r
class=MsoCommentReference><span style='font-size:8.0pt;line-height:107%'><![if !supportAnnotations]><a\r
class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1"\r
language=JavaScript name="_msoanchor_1">[SV1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>\r
naar <s>het zwembad</s> buiten.<o:p></o:p></p>\r
<p class=MsoNormal><span style='display:none;mso-hide:all'>Alleen voor intern gebruik.<o:p></o:p></span></p>\r
<p class=MsoNormal><span class=Doorgehaald>Deze hele zin vervalt.</span><o:p></o:p></p>\r
<div style='mso-element:comment-list'><![if !supportAnnotations]>\r
<hr class=msocomoff align=left size=1 width="33%"><![endif]>\r
<div style='mso-element:comment'><![if !supportAnnotations]>\r
<div id="_com_1" class=msocomtxt language=JavaScript onmouseout="msoCommentHide('_com_1')"><![endif]><span\r
style='mso-comment-author:"Sanne de Vries"'><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]>\r
<p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><span\r
style='mso-special-character:comment'>&nbsp;</span><![if !supportAnnotations]><a href="#_msoanchor_1"\r
class=msocomoff>[SV1]</a><![endif]></span></span>Klopt dit?</p>\r
<p class=MsoCommentText>Even vragen.</p></span><![if !supportAnnotations]></div><![endif]></div>\r
</div>`);

/** A message in Outlook: real lists, though with Word's levels. */
export const OUTLOOK =
  word(`<div class=WordSection1><p class=MsoNormal>Dag Fatima,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>\r
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>school bellen<o:p></o:p></li>\r
<ul style='margin-top:0cm' type=circle><li class=MsoListParagraph style='mso-list:l0 level2 lfo1'>juf Anja<o:p></o:p></li></ul></ul>\r
<ol style='margin-top:0cm' start=3 type=1><li class=MsoListParagraph style='mso-list:l1 level1 lfo2'>derde<o:p></o:p></li>\r
<li class=MsoListParagraph style='mso-list:l1 level1 lfo2'>vierde<o:p></o:p></li></ol>\r
<p class=MsoNormal>Groet,<br>Sanne<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div>`);

const WAC =
  '-webkit-user-drag: none; -webkit-tap-highlight-color: transparent; margin: 0px; padding: 0px; user-select: text;';

function onlinepunt(lijst: 'ul' | 'ol', niveau: number, start: number | null, tekst: string): string {
  return (
    `<div class="ListContainerWrapper SCXW1 BCX0" style="${WAC} position: relative;"><${lijst} class="${lijst === 'ul' ? 'BulletListStyle1' : 'NumberListStyle1'} SCXW1 BCX0" role="list"${start === null ? '' : ` start="${start}"`} style="${WAC} cursor: text; overflow: visible;">` +
    `<li aria-setsize="-1" data-leveltext="${lijst === 'ul' ? '' : '%1.'}" data-font="Symbol" data-listid="1" data-aria-posinset="1" data-aria-level="${niveau}" role="listitem" class="OutlineElement Ltr SCXW1 BCX0" style="${WAC} display: block;">` +
    `<p class="Paragraph SCXW1 BCX0" style="${WAC} white-space: pre-wrap; font-weight: normal;"><span data-contrast="auto" class="TextRun SCXW1 BCX0" style="${WAC} font-weight: normal;"><span class="NormalTextRun SCXW1 BCX0" style="${WAC}">${tekst}</span></span><span class="EOP SCXW1 BCX0" data-ccp-props="{}" style="${WAC}">&nbsp;</span></p>` +
    '<span class="ListMarkerWrappingSpan SCXW1 BCX0"><span class="ListMarker SCXW1 BCX0">·</span></span></li>' +
    `</${lijst}></div>`
  );
}

function onlinealinea(binnen: string, rest = ''): string {
  return (
    `<div class="OutlineElement Ltr SCXW1 BCX0" style="${WAC} clear: both; direction: ltr;"><p class="Paragraph SCXW1 BCX0"${rest} style="${WAC} white-space: pre-wrap; font-weight: normal;">` +
    `${binnen}<span class="EOP SCXW1 BCX0" style="${WAC}">&nbsp;</span></p></div>`
  );
}

function onlinestuk(tekst: string, klasse = '', stijl = ''): string {
  return `<span data-contrast="auto" class="TextRun ${klasse} SCXW1 BCX0" style="${WAC} ${stijl}"><span class="NormalTextRun SCXW1 BCX0" style="${WAC}">${tekst}</span></span>`;
}

/** Word in the browser: each item a list of its own that says how deep it is. */
export const WORD_ONLINE =
  onlinealinea(onlinestuk('Afspraken'), ' role="heading" aria-level="2"') +
  onlinealinea('') +
  onlinealinea(
    onlinestuk('Vader mag ') +
      onlinestuk('niet', 'Strikethrough', 'text-decoration: line-through;') +
      onlinestuk(' alleen. ') +
      `<span class="TrackChangeTextDeletionMarker TrackedChange SCXW1 BCX0">${onlinestuk('Geschrapte zin.')}</span>` +
      onlinestuk('Vet', '', 'font-weight: bold;'),
  ) +
  onlinepunt('ul', 1, null, 'een') +
  onlinepunt('ul', 2, null, 'onder') +
  onlinepunt('ol', 1, 1, 'eerste') +
  onlinepunt('ol', 1, 2, 'tweede') +
  onlinepunt('ol', 1, 1, 'opnieuw');

const DOCS =
  'font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-variant:normal;vertical-align:baseline;white-space:pre;white-space:pre-wrap;';

function docs(tekst: string, stijl = 'font-weight:400;font-style:normal;text-decoration:none;'): string {
  return `<span style="${DOCS}${stijl}">${tekst}</span>`;
}

function docsalinea(binnen: string): string {
  return `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;" role="presentation">${binnen}</p>`;
}

function docspunt(niveau: number, binnen: string, stijl = 'text-decoration:none;'): string {
  return `<li dir="ltr" style="list-style-type:disc;${DOCS}${stijl}" aria-level="${niveau}">${docsalinea(binnen)}</li>`;
}

function docsOm(binnen: string): string {
  return `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff-0000">${binnen}</b>`;
}

/** Google Docs: all in a bold that isn't, lists straight in lists, empty lines as breaks between blocks. */
export const GOOGLE_DOCS = docsOm(
  `<h2 dir="ltr">${docs('Afspraken')}</h2>` +
    docsalinea(
      docs('Vet', 'font-weight:700;font-style:normal;text-decoration:none;') +
        docs(' schuin', 'font-weight:400;font-style:italic;text-decoration:none;') +
        docs(' mag ') +
        docs('niet', 'font-weight:400;font-style:normal;text-decoration:line-through;') +
        docs(' alleen'),
    ) +
    `<br /><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${docspunt(1, docs('een'))}<ul>${docspunt(2, docs('onder'))}<ol>${docspunt(3, docs('nog dieper'))}</ol></ul>${docspunt(1, `${docs('twee')}<span style="${DOCS}"><br /></span>${docs('tweede regel')}`)}</ul>` +
    `<ol start="3">${docspunt(1, docs('drie'))}${docspunt(1, docs('vier'))}</ol>` +
    `<ul><li dir="ltr" role="checkbox" aria-checked="true" style="list-style-type:none;text-decoration:line-through;white-space:pre;" aria-level="1"><img src="data:image/png;base64,iVBOR" width="17.6px" alt="checked" role="presentation" style="margin-right:3px;" />${docsalinea(docs('al gedaan', 'text-decoration:line-through;'))}</li></ul>`,
);

const VOORSTEL = 'Vader mag niet ook alleen thuis zijn.';

/** Someone proposes to delete "niet ook": the HTML doesn't say so. */
export const GOOGLE_VOORSTEL = docsOm(
  docsalinea(docs('Vader mag niet ') + docs('ook', 'font-weight:700;') + docs(' alleen thuis zijn.')),
);

/** Google Docs' own form of that. @param tekst what it says that the text is */
export function googleEigenVorm(tekst = VOORSTEL): string {
  const plaatsen: (string[] | null)[] = Array.from({ length: tekst.length + 1 }, () => null);
  plaatsen[0] = [];
  plaatsen[VOORSTEL.indexOf('niet')] = ['suggest.1'];
  plaatsen[VOORSTEL.indexOf('alleen')] = [];
  return JSON.stringify({
    dih: 1,
    dct: 'kix',
    ds: false,
    data: JSON.stringify({
      resolved: {
        dsl_spacers: `${tekst}\n`,
        dsl_styleslices: [],
        dsl_suggestedinsertions: { sgsl_sugg: [[]] },
        dsl_suggesteddeletions: { sgsl_sugg: plaatsen },
      },
      autotext_content: {},
    }),
  });
}

/** Google Docs as a page: remarks in frames at the end. */
export const GOOGLE_OPMERKINGEN = `<html><head><style type="text/css">.c3{border:1px solid black;margin:5px}.c9{text-decoration:line-through}</style></head><body class="doc-content">
<p class="c1"><span>Moeder belt </span><span class="c9">maandag</span><span>dinsdag</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="https://docs.google.com/document/d/1/pub#cmnt2" id="cmnt_ref2">[b]</a></sup><span>.</span></p>
<p class="c1"><span>Daarna school.</span></p>
<div class="c3"><p class="c1"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Weet vader dit?</span></p><p class="c1"><span>Graag navragen.</span></p></div>
<div class="c3"><p class="c1"><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Nee.</span></p></div></body></html>`;

/** LibreOffice Writer. */
export const LIBREOFFICE = `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.6.7.2 (Linux)"/>
	<style type="text/css">
		@page { size: 21cm 29.7cm; margin: 2cm }
		p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
		h2.western { font-family: "Liberation Serif", serif; font-weight: bold }
	</style>
</head>
<body lang="nl-NL" link="#000080" vlink="#800000" dir="ltr"><h2 class="western">Doelen</h2>
<p style="line-height: 100%; margin-bottom: 0cm"><!-- 	Sanne, 05-03-2024: Klopt dit? -->
Moeder wil <strike>snel</strike> <font color="#000000"><b>rustig</b></font> opbouwen<del cite="" datetime="2024-03-05T10:30:00"> vanaf mei</del>.</p>
<ul>
	<li><p style="line-height: 100%; margin-bottom: 0cm">een</p>
	<ul>
		<li><p style="line-height: 100%; margin-bottom: 0cm">onder</p></li>
	</ul>
	</li>
	<li><p style="line-height: 100%; margin-bottom: 0cm">twee</p>
	<p style="line-height: 100%; margin-bottom: 0cm">vervolg van twee</p></li>
</ul>
<ol start="3">
	<li><p>drie</p></li>
	<li value="6"><p>zes</p></li>
</ol>
<p style="line-height: 100%; margin-bottom: 0cm"><br/>

</p>
<p>slot</p>
</body>
</html>`;

/** Pages, Notes and TextEdit on a Mac: everything by class. */
export const PAGES = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="Generator" content="Cocoa HTML Writer">
<style type="text/css">
p.p1 {margin: 0.0px 0.0px 0.0px 0.0px; font: 12.0px Helvetica}
p.p2 {margin: 0.0px 0.0px 0.0px 0.0px; min-height: 14.0px}
li.li1 {margin: 0.0px 0.0px 0.0px 0.0px; font: 12.0px Helvetica}
span.s1 {text-decoration: line-through}
span.s2 {font: 9.0px Menlo}
ul.ul1 {list-style-type: disc}
</style>
</head>
<body>
<p class="p1">Vader mag <span class="s1">niet</span> alleen.<span class="Apple-converted-space">  </span><b>Vet</b></p>
<p class="p2"><br></p>
<ul class="ul1">
<li class="li1"><span class="s2"></span>een</li>
<li class="li1"><span class="s2"></span>twee</li>
</ul>
</body>
</html>`;

/** Gmail: lines as blocks, and a quotation. */
export const GMAIL = `<div dir="ltr">Dag Fatima,<div><br></div><div>Kind 1 gaat <b>weer</b> naar school.<br>Elke dag.</div><div><ul><li style="margin-left:15px">bellen</li><li style="margin-left:15px">mailen</li></ul></div><div><br></div><div><br></div><div>Groet</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op di 5 mrt schreef Sanne:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)"><div dir="ltr">Hoe gaat het?</div></blockquote></div>`;

/** An answer of a chat program, or a page of GitHub. */
export const CHAT = `<meta charset='utf-8'><h3 data-start="0" data-end="9">Stappen</h3>
<ol data-start="10" data-end="80">
<li data-start="10">
<p data-start="13"><strong data-start="13">Bellen</strong><br data-start="21">
met school</p>
</li>
<li>
<p>Mailen</p>
<ul class="contains-task-list">
<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled> concept</li>
</ul>
<h4>Let op</h4>
<pre><code>regel 1
  regel 2
</code></pre>
</li>
</ol><hr><p>Klaar.</p>`;

/** What Chromium copies of a page: the styles as they came out, and spaces at an edge as others. */
export const CHROMIUM =
  '<meta charset=\'utf-8\'><span style="color: rgb(0, 0, 0); font-weight: 400; white-space: normal; display: inline !important; float: none;">Lees<span>&nbsp;</span></span><b style="font-weight:700">dit</b><span style="font-weight: 400; display: inline !important;"><span>&nbsp;</span>goed</span>' +
  '<span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0px, 0px, 0px, 0px);"> (opent in een nieuw venster)</span><br class="Apple-interchange-newline">';

/** The same text read on our own board, without the editor. */
export const EIGEN_WEERGAVE =
  '<div class="rt-tekst" style="white-space: pre-wrap;"><h4 data-diepte="0">Doel</h4><h5 data-diepte="0">Thuis</h5><p data-diepte="0">Met  twee spaties</p><ol role="list" start="4"><li class="rt-lijstregel" data-diepte="0" data-teken="4."><p>vier</p><p data-diepte="1">erbij</p><ul role="list"><li class="rt-lijstregel" data-diepte="1" data-teken="◦"><p>onder</p></li></ul></li></ol></div>';
