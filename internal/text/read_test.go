package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// outline writes the tokens of a draft as word·kind+flags, with ‖ between
// sentences. Kinds: w n c . @ u m e ¶. Flags: C A # - g D o q.
func outline(d *Doc) string {
	var b strings.Builder
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if i > 0 {
			b.WriteByte(' ')
			if d.Tokens[i-1].Sentence != t.Sentence {
				b.WriteString("‖ ")
			}
		}
		if t.Kind == Break {
			b.WriteString("¶")
			continue
		}
		b.WriteString(t.Word + "·" + "wnc.@ume"[t.Kind:t.Kind+1])
		for n, f := range "CA#-gDoq" {
			if t.Flags&(1<<n) != 0 {
				b.WriteRune(f)
			}
		}
	}
	return b.String()
}

// wordsOf joins the loose forms of the tokens with spaces.
func wordsOf(d *Doc) string {
	var w []string
	for _, t := range d.Tokens {
		w = append(w, t.Word)
	}
	return strings.Join(w, " ")
}

func TestTokens(t *testing.T) {
	for draft, want := range map[string]string{
		"My client's son Hope":       "my·wCo client·w 's·cg son·w hope·wC",
		"It isn't CPS, I'm sure":     "it·wCo isn't·w cps·wA ,·.g i'm·wC sure·w",
		"clients' files":             "clients·wo '·cg files·w",
		"'the clients' ok":           "'·. the·wgo clients·w '·.g ok·w",
		"4yo 16F 10mg 2pm 22y/o 3x":  "4·no yo·wg 16·n f·wCg 10·n mg·wg 2·n pm·wg 22·n yo·wg 3·n x·wg",
		"a 4-year-old":               "a·wo 4·n year·w- old·w-",
		"on 03/11/2017 at 6:30 p.m.": "on·wo 03/11/2017·n at·w 6:30·n pm·w .·.g",
		"1,200 3.5 3rd 21ST":         "1,200·no 3.5·n 3rd·n 21st·n",
		"2 1 9 - 0 9":                "2·no 1·n 9·n -·. 0·n 9·n",
		"CW-104735 219-09-9999":      "cw·wAo 104735·n- 219·n 09·n- 9999·n-",
		"5'10\" tall":                "5·no '·.g 10·ng \"·.g tall·w",
		"the 90's":                   "the·wo 90·n 's·cg",
		"@jane_doe a@b.co.uk":        "@jane_doe·@o a@b.co.uk·m",
		"@a.bsky.social, hi":         "@a.bsky.social·@o ,·.g hi·w",
		"www.x.org/a?b. then":        "www.x.org/a?b·uo .·.g ‖ then·wo",
		"http://a.b/c?d=e":           "http://a.b/c?d=e·uo",
		"E-mail:\nx@y.com":           "e·wCo mail·w- :·.g ¶ ‖ x@y.com·mo",
		"Site:\n\thttp://a.b/c":      "site·wCo :·.g ¶ ‖ http://a.b/c·uo",
		"told me.me too":             "told·wo me·w .·.g me·wg too·w",
		"hi!!! 😀":                    "hi·wo !·.g 😀·e",
		"🇺🇸🇬🇧 👩‍👩‍👧 👍🏽": "🇺🇸·e 🇬🇧·eg 👩‍👩‍👧·e 👍🏽·e",
		"a\n \n b":       "a·wo ¶ ‖ b·wo",
		"患者さん":           "患者さん·wo",
		"$43,912 & more": "$·. 43,912·ngo &·. more·w",
		"4West 3B":       "4·no west·wCg 3b·wC",
		"don`t":          "don't·wo",
		"½ tab":          "1⁄2·no tab·w",
		"\x00":           "",
		"":               "",
	} {
		require.Equal(t, want, outline(Read(draft)), "%q", draft)
	}
}

func TestLooseWords(t *testing.T) {
	for draft, want := range map[string]string{
		"bi0 p4rents":           "bio parents",
		"$hit a$$ cl1ent k1d":   "shit ass client kid",
		"h0spital ke$ha":        "hospital kesha",
		"4yo 2pm MS3 covid19":   "4 yo 2 pm ms3 covid19",
		"12345 CW104735 A1C":    "12345 cw104735 a1c",
		"H1N1 N95 401k 50s 3rd": "h1n1 n95 401 k 50 s 3rd",
		"3v3 4West 0ff":         "3v3 4 west off",
		"S T R I K E now":       "strike now",
		"I S T R I K E N O W":   "i strike now",
		"m-y c-l-i-e-n-t":       "my client",
		"c-l-i-e-n-t o-f mine":  "client of mine",
		"c.l.i.e.n.t":           "client",
		"J. R. R. Tolkien":      "j . r . r . tolkien",
		"J.R.R. Tolkien":        "j . r . r . tolkien",
		"the D.C.F.S. worker":   "the dcfs . worker",
		"I a b":                 "i a b",
		"plan a b c":            "plan a b c",
		"y r u":                 "y r u",
		"e-mail x-ray":          "e mail x ray",
		"soooo goood noooo III": "so good no iii",
		"zzzz":                  "zzzz",
		"#nightshiftlife":       "night shift life",
		"#NightShiftLife":       "night shift life",
		"#MSWlife #LMSWLife":    "msw life lmsw life",
		"#tgif #123 #24hour":    "tgif # 123 24 hour",
		"#night_shift":          "night shift",
		"clіеnt":                "client", // Cyrillic і, е
		"cl\u200bi\u00adent":    "client",
		"клиент":                "клиент",
		"αβγ":                   "αβγ",
		"𝓬𝓵𝓲𝓮𝓷𝓽 ｃｌｉｅｎｔ":        "client client",
		"s̶t̶r̶i̶k̶e̶":         "strike",
		"caf\u0065\u0301 CAFÉ": "café café",
		"ﬁle":                  "file",
		"Client’s":             "client 's",
	} {
		require.Equal(t, want, wordsOf(Read(draft)), "%q", draft)
	}
}

func TestDisguised(t *testing.T) {
	for draft, want := range map[string]bool{
		"p4rents": true, "S T R I K E": true, "clіеnt": true, "cl\u200bient": true, "𝓬𝓵𝓲𝓮𝓷𝓽": true, "s̶t̶r̶": true,
		"client": false, "client’s": false, "soooo": false, "D.C.F.S": false, "клиент": false, "\ufeffclient": false, "caf\u0065\u0301": false,
	} {
		require.Equal(t, want, Read(draft).Tokens[0].Has(Disguised), "%q", draft)
	}
}

func TestSentences(t *testing.T) {
	for draft, want := range map[string][]string{
		"Dr. Smith saw her. She left":        {"Dr. Smith saw her.", "She left"},
		"He said \"no.\" Then left! 😀 Ok":    {"He said \"no.\"", "Then left! 😀", "Ok"},
		"At 6:30 p.m. we left. At 5 a.m. he": {"At 6:30 p.m. we left.", "At 5 a.m. he"},
		"Until 6 p.m. We left":               {"Until 6 p.m.", "We left"},
		"no punctuation at all":              {"no punctuation at all"},
		"ALL CAPS HERE. AND THERE":           {"ALL CAPS HERE.", "AND THERE"},
		"one\ntwo\r\n\r\nthree":              {"one", "two", "three"},
		"No. 5 is his. I said no. He":        {"No. 5 is his.", "I said no.", "He"},
		"Room no. 5 at St. Mary's":           {"Room no. 5 at St. Mary's"},
		"Amy J. Smith e.g. was. Amy J. She":  {"Amy J. Smith e.g. was.", "Amy J.", "She"},
		"(It ended.) wait...what?! ok":       {"(It ended.)", "wait...", "what?!", "ok"},
		"done.Then it":                       {"done.", "Then it"},
		"1. First thing":                     {"1. First thing"},
		"\n\nlate":                           {"\n\n", "late"},
		"":                                   nil,
	} {
		d := Read(draft)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Slice(s.Span))
		}
		require.Equal(t, want, got, "%q", draft)
	}
}

func TestQuoted(t *testing.T) {
	for draft, want := range map[string]string{
		`he said "no way" ok`:    "no way",
		"he said “no way” ok":    "no way",
		"an open \"quote\nends":  "",
		`is 5'10" and "so" tall`: "so",
	} {
		d := Read(draft)
		var got []string
		for i := range d.Tokens {
			if d.Tokens[i].Has(Quoted) {
				got = append(got, d.Tokens[i].Word)
			}
		}
		require.Equal(t, want, strings.Join(got, " "), "%q", draft)
	}
}

func TestSpansOfOriginal(t *testing.T) {
	d := Read("The ｃｌｉ\u200bent’s #nightshift S T R I K E cafe\u0301\xff")
	var got []string
	for _, k := range d.Tokens {
		got = append(got, d.Slice(k.Span))
	}
	require.Equal(t, []string{"The", "ｃｌｉ\u200bent", "’s", "night", "shift", "S T R I K E", "cafe\u0301", "\ufffd"}, got)

	at := strings.Index(d.Loose.Text, "night shift")
	require.Equal(t, "nightshift", d.Slice(d.Loose.Span(at, at+len("night shift"))))
	at = strings.Index(d.Loose.Text, "rik")
	require.Equal(t, "S T R I K E", d.Slice(d.Loose.Span(at, at+3)))
	at = strings.Index(d.Plain.Text, "lie")
	require.Equal(t, "ｌｉ\u200be", d.Slice(d.Plain.Span(at, at+3)))
	at = strings.Index(d.Plain.Text, "caf\u00e9")
	require.Equal(t, "cafe\u0301", d.Slice(d.Plain.Span(at, at+5)))
}

func TestLookups(t *testing.T) {
	d := Read("ab  cd 😀")
	require.Equal(t, 0, d.Token(1))
	require.Equal(t, 1, d.Token(2))
	require.Equal(t, 1, d.Token(5))
	require.Equal(t, 3, d.Token(99))
	require.Equal(t, Span{0, 6}, d.Cover(0, 2))
	require.True(t, d.Cover(2, 2).Empty())
	require.Equal(t, Span{7, 11}, d.Widen(Span{8, 9}))
	require.Equal(t, 9, UTF16Len(d.Source))
}

func TestScript(t *testing.T) {
	english := Read("The kid was with me and she did not want to go").Script()
	require.Equal(t, 1000, english.Latin)
	require.Greater(t, english.English, 700)
	spanish := Read("El niño no quería ir con su madre a la casa porque estaba muy triste").Script()
	require.Greater(t, spanish.Spanish, 400)
	require.Greater(t, spanish.Spanish, 2*spanish.English)
	require.Equal(t, 1000, Read("Клиент").Script().Cyrillic)
	require.Zero(t, Read("").Script())
}
