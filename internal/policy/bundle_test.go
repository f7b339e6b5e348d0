package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/verdict"
)

func en(s string) Text { return Text{{Lang: "en", Text: s}} }

// small is a bundle that is admitted: one rule of each kind.
func smallBundle() *Bundle {
	rule := func(id string, kind AgencyKind, within int, lists ...[]string) AgencyRule {
		return AgencyRule{
			ID: id, Kind: kind, Category: verdict.ClientStory, Level: verdict.Note, Authority: "agency", Within: within, Lists: lists,
			Message: en("Could someone tell who this is?"), Why: en("Ours is a small town."), Page: "after",
			Flag: []string{"a [blue door]", "b", "c"}, Pass: []string{"d", "e", "f"},
		}
	}
	return &Bundle{
		Agency: "harbor", Name: "Harbor", Languages: []string{"en"},
		Facts: Facts{
			Drafted: "2026-01-01", Reviewed: "2026-01-02", NextReview: "2027-01-02", Jurisdictions: []string{"US"},
			Consequences: en("A talk."), Support: en("Tell us."), Revision: en("Write to us."), Private: en("Yours."),
			Rights: en("Talk of pay, hours, staffing and unions as you like."), Contact: "policy@example.org",
			Reviews: []Review{{"staff", "three workers", "2026-01-01", ""}}, Basis: []Basis{{"nasw_1_07", "2026-01-01"}},
			Areas: []Area{{"friending", "after"}},
		},
		Clients: []ClientWord{{"guest", "guests"}}, Names: []PublicName{{Text: "Harbor House", Reveals: true}},
		Levels: []LevelChange{{"story.detail", verdict.Hold, en("Families read us.")}},
		Rules: []AgencyRule{
			rule("a.phrase", PhraseList, 0, []string{"blue door", "transport*"}),
			rule("a.near", NearPair, 4, []string{"blue"}, []string{"door"}),
			rule("a.set", WordSets, 0, []string{"blue"}, []string{"door"}),
			rule("a.mask", MaskList, 0, []string{"HC-####"}),
		},
		Pages: []Page{{ID: "after", Lang: "en", Title: "After", Body: []Node{{Kind: Paragraph, Of: []Node{
			{Kind: Words, Text: "See "}, {Kind: Link, Of: []Node{{Kind: Words, Text: "this"}}}}}}}},
		Links:    []string{"https://example.org/a"},
		Practice: []Practice{{"Tired.", verdict.Clear, en("Nobody is in it.")}},
	}
}

func TestBundleRoundTrip(t *testing.T) {
	b := smallBundle()
	require.Empty(t, b.Admit())
	blob := EncodeBundle(b)
	again, err := OpenBundle(blob)
	require.NoError(t, err)
	require.Equal(t, b, again)
	require.Equal(t, blob, EncodeBundle(again))
}

func TestOpenBundleRefuses(t *testing.T) {
	good := EncodeBundle(smallBundle())
	changed := func(at int, b byte) []byte {
		out := append([]byte(nil), good...)
		out[at] = b
		return out
	}
	long := make([]byte, MaxBundle+1)
	copy(long, good)
	wide := append([]byte(nil), good[:len(bundleMagic)+1]...)
	wide = append(wide, 0x86, 0x00) // the length of "harbor", written in two bytes where one will do
	wide = append(wide, good[len(bundleMagic)+2:]...)
	unadmitted := smallBundle()
	unadmitted.Rules[0].Level = verdict.Clear
	for name, c := range map[string]struct {
		blob []byte
		says string
	}{
		"nothing":           {nil, "the header is missing"},
		"the built-in":      {BaselineBytes(), "the header is missing"},
		"a newer schema":    {changed(len(bundleMagic), BundleSchema+1), "update needed"},
		"schema 0":          {changed(len(bundleMagic), 0), "not known"},
		"cut short":         {good[:len(good)-3], "damaged at byte"},
		"a byte behind":     {append(append([]byte(nil), good...), 0), "bytes after the end"},
		"over size":         {long, "at most 1048576 are read"},
		"a long number":     {wide, "not written the one way"},
		"text not UTF-8":    {changed(len(bundleMagic)+2, 0xff), "not UTF-8"},
		"what is not sound": {EncodeBundle(unadmitted), "level is note, caution or hold"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := OpenBundle(c.blob)
			require.ErrorContains(t, err, c.says)
		})
	}
}

// Every byte that is flipped gives another bundle or none, never the same.
func TestFlippedBytesAreSeen(t *testing.T) {
	good := EncodeBundle(smallBundle())
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 1 << (i % 8)
		if b, err := DecodeBundle(bad); err == nil {
			require.Equal(t, bad, EncodeBundle(b))
			require.NotEqual(t, smallBundle(), b)
		}
	}
}

// What only somebody who writes bytes by hand can put into a bundle.
func TestAdmitRefusesWhatNoSourceCanSay(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Bundle)
		code   string
	}{
		"a link to nowhere":         {func(b *Bundle) { b.Pages[0].Body[0].Of[1].To = 7 }, "page"},
		"a script for a link":       {func(b *Bundle) { b.Links[0] = "javascript:alert(1)" }, "link"},
		"a link with a user":        {func(b *Bundle) { b.Links[0] = "https://a@example.org/" }, "link"},
		"a link with a port":        {func(b *Bundle) { b.Links[0] = "https://example.org:8080/" }, "link"},
		"an item in a paragraph":    {func(b *Bundle) { b.Pages[0].Body[0].Of[0] = Node{Kind: Item, Of: []Node{{Kind: Words, Text: "x"}}} }, "page"},
		"words outside":             {func(b *Bundle) { b.Pages[0].Body[0] = Node{Kind: Words, Text: "x"} }, "page"},
		"an empty paragraph":        {func(b *Bundle) { b.Pages[0].Body[0].Of = nil }, "page"},
		"lists of another kind":     {func(b *Bundle) { b.Rules[0].Lists = b.Rules[1].Lists }, "form"},
		"a wording with two spaces": {func(b *Bundle) { b.Rules[0].Lists[0][0] = "blue  door" }, "form"},
		"any word at all":           {func(b *Bundle) { b.Rules[0].Lists[0][0] = "*" }, "form"},
		"an unknown authority":      {func(b *Bundle) { b.Rules[0].Authority = "builtin" }, "cite"},
		"a message in no language":  {func(b *Bundle) { b.Rules[0].Message[0].Lang = "xx" }, "form"},
		"venting":                   {func(b *Bundle) { b.Rules[0].Category = verdict.WorkVenting }, "category"},
	} {
		t.Run(name, func(t *testing.T) {
			b := smallBundle()
			c.change(b)
			refused := b.Admit()
			require.NotEmpty(t, refused)
			require.Equal(t, c.code, refused[0].Code, refused)
		})
	}
}

func FuzzOpenBundle(f *testing.F) {
	f.Add(EncodeBundle(smallBundle()))
	f.Add(EncodeBundle(&Bundle{}))
	f.Add([]byte(bundleMagic + "\x01\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, blob []byte) {
		b, err := DecodeBundle(blob)
		if err != nil {
			return
		}
		require.Equal(t, blob, EncodeBundle(b), "there is one way to write a bundle")
		b.Admit() // does not panic
		if len(b.Admit()) == 0 {
			b.Patterns()
		}
	})
}

// The caps hold what protects a person's identity where it is.
func TestChanges(t *testing.T) {
	p, err := Baseline()
	require.NoError(t, err)
	changes := Changes(p)
	require.NotEmpty(t, changes)
	for _, c := range changes {
		require.NotEqual(t, verdict.Hold, c.BuiltIn, c.Rule)
		require.GreaterOrEqual(t, c.Low, verdict.Note, c.Rule)
		require.LessOrEqual(t, c.Top, c.BuiltIn+1, c.Rule)
		require.NotContains(t, c.Rule, "crisis")
		require.NotContains(t, c.Rule, "venting")
	}
}
